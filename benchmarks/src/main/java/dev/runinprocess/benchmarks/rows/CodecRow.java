package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Effort;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Jmh;
import dev.runinprocess.benchmarks.Placement;
import dev.runinprocess.benchmarks.Row;
import dev.runinprocess.benchmarks.Run;
import dev.runinprocess.benchmarks.Target;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.TypeCodecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A record to bytes and back, beside one other way to do that. */
public final class CodecRow implements Row {
    private final String name;
    private final String title;
    private final String way;
    private final double atMost;
    private final @Nullable JavaPeer peer;

    private CodecRow(String name, String title, String way, double atMost, @Nullable JavaPeer peer) {
        this.name = name;
        this.title = title;
        this.way = way;
        this.atMost = atMost;
        this.peer = peer;
    }

    static CodecRow besidePickle() {
        return new CodecRow("codec", "a record to bytes and back", "`pickle` of a `dataclass`", 0.1, null);
    }

    static CodecRow besideFory() {
        return new CodecRow(
                "codec-fory", "the same, beside Fory", "Apache Fory, with registered classes", 1.5, Serializers.fory());
    }

    static CodecRow besideKryo() {
        return new CodecRow(
                "codec-kryo", "the same, beside Kryo", "Kryo, with registered classes", 0.5, Serializers.kryo());
    }

    static CodecRow besideJavaIo() {
        return new CodecRow(
                "codec-java-io",
                "the same, beside java.io",
                "`ObjectOutputStream` and `ObjectInputStream`",
                0.1,
                Serializers.javaIo());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String counted() {
        return "A record of a string, an int, 16 doubles, four strings, an enum and an instant is written to bytes and read from them: here by its generated codec and by JMH; and by "
                + way + ".";
    }

    @Override
    public Target target() {
        return Target.atMost(atMost);
    }

    @Override
    public Optional<JavaPeer> javaPeer() {
        return Optional.ofNullable(peer);
    }

    @Override
    public List<Placement> placements() {
        return List.of(Placement.ALONE);
    }

    @Override
    public int operations() {
        return 1000;
    }

    @Override
    public Effort effort(Effort usual) {
        return usual.withLongWarmUp();
    }

    @Override
    public void measure(Run run) throws Exception {
        Jmh.measure(run, ThereAndBack.class);
    }

    /** What JMH repeats. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class ThereAndBack {
        private final Codec<Reading> codec = TypeCodecs.of(Reading.class);
        private final Reading reading = Reading.usual();
        private final ValueWriter writer = new ValueWriter();

        /** Written and read. */
        @Benchmark
        public Reading thereAndBack() {
            writer.clear();
            writer.write(codec, reading);
            return new ValueReader(writer.toPayload()).read(codec);
        }
    }
}
