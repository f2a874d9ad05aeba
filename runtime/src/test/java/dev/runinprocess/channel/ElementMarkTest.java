package dev.runinprocess.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.failure.NotTransferableException;
import org.junit.jupiter.api.Test;

/** Handles of queues between methods that declare their elements differently. */
final class ElementMarkTest {
    private final Codec<Integer> own = new Codec<>() {
        @Override
        public void write(ValueWriter out, Integer value) {
            out.writeLong(value);
        }

        @Override
        public Integer read(ValueReader in) {
            return (int) in.readLong();
        }
    };

    private static ProcessQueue<Integer> cross(ProcessQueue<Integer> queue, Codec<Integer> sent, Codec<Integer> here) {
        ValueWriter out = new ValueWriter();
        out.write(ProcessQueue.codec(sent), queue);
        return new ValueReader(out.toPayload()).read(ProcessQueue.codec(here));
    }

    @Test
    void handle_arrives_whereTheCodecIsTheSameOrMayBe() {
        ProcessQueue<Integer> builtIn = ProcessQueue.of(Integer.class);
        ProcessQueue<Integer> ofOwn = ProcessQueue.of(own);
        Codec<Integer> another = new Codec<>() {
            @Override
            public void write(ValueWriter out, Integer value) {
                own.write(out, value);
            }

            @Override
            public Integer read(ValueReader in) {
                return own.read(in);
            }
        };

        assertThat(cross(builtIn, Codecs.intValue(), Codecs.intValue())).isEqualTo(builtIn);
        assertThat(cross(ofOwn, own, own)).isEqualTo(ofOwn);
        assertThat(cross(ofOwn, own, another)).isEqualTo(ofOwn);
    }

    @Test
    void handle_isRefused_whereItsElementsWouldBeNonsense() {
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> cross(ProcessQueue.of(own), own, Codecs.intValue()))
                .withMessageContaining("a codec of the program's")
                .withMessageContaining("BoxCodecs$OfInteger")
                .withMessageContaining("@UseCodec");
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> cross(ProcessQueue.of(Integer.class), Codecs.intValue(), own));
    }

    @Test
    void handleOfAJoinableQueue_isRefusedLikewise() {
        ValueWriter out = new ValueWriter();
        out.write(JoinableProcessQueue.codec(own), JoinableProcessQueue.of(own));
        ValueReader in = new ValueReader(out.toPayload());

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> in.read(JoinableProcessQueue.codec(Codecs.intValue())))
                .withMessageContaining("JoinableProcessQueue");
    }
}
