package dev.runinprocess.benchmarks.rows;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.runinprocess.benchmarks.JavaPeer;
import dev.runinprocess.benchmarks.Jmh;
import dev.runinprocess.benchmarks.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.fory.Fory;
import org.apache.fory.config.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Other ways to make bytes of a record. */
public final class Serializers {
    private Serializers() {}

    static JavaPeer fory() {
        return new Way("fory", "Apache Fory, its Java format, with registered classes", ByFory.class);
    }

    static JavaPeer kryo() {
        return new Way("kryo", "Kryo, with registered classes", ByKryo.class);
    }

    static JavaPeer javaIo() {
        return new Way("java.io", "Java's own serialization", ByJavaIo.class);
    }

    private record Way(String name, String description, Class<?> benchmark) implements JavaPeer {
        @Override
        public void measure(Run run) throws Exception {
            Jmh.measure(run, benchmark);
        }
    }

    /** What JMH repeats for Fory. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class ByFory {
        private final Fory fory = Fory.builder()
                .withLanguage(Language.JAVA)
                .requireClassRegistration(true)
                .build();
        private final Reading reading = Reading.usual();

        /** Registers the record's types. */
        public ByFory() {
            fory.register(Reading.class);
            fory.register(Reading.Quality.class);
        }

        /** Written and read. */
        @Benchmark
        public Object thereAndBack() {
            return fory.deserialize(fory.serialize(reading));
        }
    }

    /** What JMH repeats for Kryo. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class ByKryo {
        private static final int BUFFER_BYTES = 4096;

        private final Kryo kryo = new Kryo();
        private final Output output = new Output(BUFFER_BYTES);
        private final Reading reading = Reading.usual();

        /** Registers the record's types. */
        public ByKryo() {
            kryo.register(Reading.class);
            kryo.register(Reading.Quality.class);
            kryo.register(double[].class);
            kryo.register(ArrayList.class);
            kryo.register(Instant.class);
        }

        /** Written and read. */
        @Benchmark
        public Reading thereAndBack() {
            output.reset();
            kryo.writeObject(output, reading);
            return kryo.readObject(new Input(output.getBuffer(), 0, output.position()), Reading.class);
        }
    }

    /** What JMH repeats for Java's own. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public static class ByJavaIo {
        private final Reading reading = Reading.usual();

        /** Written and read. */
        @Benchmark
        @SuppressWarnings("BanSerializableRead") // It is what is measured, of bytes that were written here.
        public Object thereAndBack() throws IOException, ClassNotFoundException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(reading);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return in.readObject();
            }
        }
    }
}
