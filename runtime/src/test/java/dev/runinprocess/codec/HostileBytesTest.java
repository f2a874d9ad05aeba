package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import dev.runinprocess.failure.NotTransferableException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileBytesTest {
    private static final int MESSAGES = 200_000;
    private static final int MESSAGES_UNDER_STRESS = 5_000_000;

    /** What a refusal itself costs (stack trace, classes, tables of zones and charsets), and what a byte may cost beside it. */
    private static final long ALLOWANCE_BYTES = 2_000_000;

    private static final long BYTES_PER_BYTE = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<CodecCase<?>> cases() {
        return CodecCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void damagedMessage_isRefusedOrRead_andNothingElse(CodecCase<?> codecCase) {
        readDamaged(codecCase, MESSAGES / (int) cases().count());
    }

    @Test
    @Tag("stress") // mvn -Pstress -pl runtime test -Dtest=HostileBytesTest
    void manyDamagedMessages_areRefusedOrRead_andNothingElse() {
        List<CodecCase<?>> all = cases().toList();
        for (CodecCase<?> codecCase : all) {
            readDamaged(codecCase, MESSAGES_UNDER_STRESS / all.size());
        }
    }

    private static <T> void readDamaged(CodecCase<T> codecCase, int messages) {
        long seed = Seed.pick();
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < messages; i++) {
            T value = codecCase.values().apply(random);
            byte[] damaged = Mutation.of(Crossing.bytes(Crossing.encode(codecCase.codec(), value)), random);
            ValueReader in =
                    new ValueReader(random.nextBoolean() ? Payload.of(damaged) : Crossing.cut(damaged, random));
            long before = THREADS.getCurrentThreadAllocatedBytes();
            try {
                in.read(codecCase.codec());
            } catch (NotTransferableException e) {
                refused++;
            } catch (RuntimeException | Error e) {
                fail(describe(codecCase, seed, damaged), e);
            }
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated)
                    .as(() -> "bytes allocated; " + describe(codecCase, seed, damaged))
                    .isLessThan(ALLOWANCE_BYTES + BYTES_PER_BYTE * damaged.length);
        }
        assertThat(refused)
                .as("messages refused of %d, test.seed=%d", messages, seed)
                .isPositive();
    }

    private static String describe(CodecCase<?> codecCase, long seed, byte[] damaged) {
        return codecCase + ", test.seed=" + seed + ", message=" + HexFormat.of().formatHex(damaged);
    }
}
