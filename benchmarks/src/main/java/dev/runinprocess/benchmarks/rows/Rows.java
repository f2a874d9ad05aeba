package dev.runinprocess.benchmarks.rows;

import dev.runinprocess.benchmarks.Row;
import java.util.List;
import java.util.stream.Stream;

/** All rows, in the order of the page. */
public final class Rows {
    /** All of them. */
    public static final List<Row> ALL = all(
            new ColdStart(false),
            new ColdStart(true),
            new StandbyStart(false),
            new StandbyStart(true),
            new Data(),
            new Burst(false),
            new Burst(true),
            new Kill(),
            new LockRow(),
            new ValueIncrement(),
            new ValueIncrementByTwo(),
            new SemaphorePingPong(),
            new ConditionPingPong(),
            new EventRow(),
            new BarrierRow(),
            new IdleWaiter(),
            new ChildMemory(1, false),
            new ChildMemory(4, false),
            new ChildMemory(16, false),
            new ChildMemory(64, false),
            new ChildMemory(1, true),
            new ChildMemory(4, true),
            new ChildMemory(16, true),
            new ChildMemory(64, true),
            new SharedMemoryRow(),
            new QueueInt(),
            new QueueKibibyte(),
            new QueueMebibyte(),
            new QueueRoundTrip(),
            new QueueEightByEight(),
            new QueueAmong(1),
            new QueueAmong(2),
            new QueueAmong(4),
            new QueueAmong(8),
            new QueueAmong(16),
            new QueueAmong(32),
            new PipeRoundTrip(),
            PipeOneWay.sixteenBytes(),
            PipeOneWay.mebibyte(),
            PipeOneWay.mebibyteBuffered(),
            new PipeAgainstAgrona(),
            CodecRow.besidePickle(),
            CodecRow.besideFory(),
            CodecRow.besideKryo(),
            CodecRow.besideJavaIo(),
            new PoolTurns(true),
            new PoolTurns(false),
            new PoolMap(false),
            new PoolMap(true),
            new PoolAgainstRmi());

    private Rows() {}

    private static List<Row> all(Row... rows) {
        return Stream.concat(Stream.of(rows), PoolAgainstThreads.all().stream()).toList();
    }

    /** The row of this name. */
    public static Row named(String name) {
        return ALL.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no row '" + name + "'. See --list."));
    }
}
