package dev.runinprocess.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runinprocess.failure.NotTransferableException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("JavaUtilDate")
class NestingTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 100, 500})
    void valueThatContainsItself_isRefused_andSaysSo(int period) {
        Node node = Node.chain(period);
        node.end().right = node;
        ValueWriter out = new ValueWriter();

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> out.write(Node.CODEC, node))
                .withMessageContaining(Node.class.getName())
                .withMessageContaining("contains itself");
    }

    @Test
    void listThatContainsItself_isRefused_andSaysSo() {
        Branch branch = new Branch(new ArrayList<>());
        branch.parts.add(branch);

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(Branch.CODEC, branch))
                .withMessageContaining("contains itself,");
        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> Crossing.encode(Codecs.listOf(Branch.CODEC), branch.parts))
                .withMessageContaining("contains itself,");
    }

    @Test
    void failureOfAPart_thatItsCodecCatches_yieldsNoPayload() {
        Codec<Date> catching = new Codec<>() {
            @Override
            public void write(ValueWriter out, Date value) {
                try {
                    out.write(Codecs.date(), value);
                } catch (NotTransferableException e) {
                    out.writeInt(0);
                }
            }

            @Override
            public Date read(ValueReader in) {
                return in.read(Codecs.date());
            }
        };
        Date subclass = new Date(1) {
            private static final long serialVersionUID = 1L;
        };

        assertThatIllegalStateException().isThrownBy(() -> Crossing.encode(catching, subclass));
    }

    @Test
    void writerThatFailed_yieldsNoPayload() {
        Node node = new Node(1);
        node.right = node;
        ValueWriter out = new ValueWriter();
        out.writeInt(1);
        assertThatExceptionOfType(NotTransferableException.class).isThrownBy(() -> out.write(Node.CODEC, node));

        assertThatIllegalStateException().isThrownBy(out::toPayload).withMessageContaining("could not be written");
    }

    @Test
    void writerInTheMiddleOfAValue_yieldsNoPayload() {
        Codec<String> impatient = new Codec<>() {
            @Override
            public void write(ValueWriter out, String value) {
                out.toPayload();
            }

            @Override
            public String read(ValueReader in) {
                return "";
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> Crossing.encode(impatient, "x"));
    }

    @Test
    void valueWithPartsOfManyParents_crossesAsOftenAsItIsMet() {
        Node shared = Node.chain(3);
        Node top = shared;
        for (int depth = 0; depth < 100; depth++) {
            Node parent = new Node(depth);
            parent.left = depth < 8 ? top : shared;
            parent.right = top;
            top = parent;
        }

        Node arrived = Crossing.of(Node.CODEC, top);

        assertThat(arrived.end().number).isEqualTo(2);
    }

    @Test
    void valueThatOneCodecHandsOnToAnother_isNotTakenForOneThatContainsItself() {
        Codec<Node> delegating = new Codec<>() {
            @Override
            public void write(ValueWriter out, Node value) {
                out.write(Node.CODEC, value);
            }

            @Override
            public Node read(ValueReader in) {
                return in.read(Node.CODEC);
            }
        };
        Codec<Node> deep = delegating;
        for (int i = 0; i < 100; i++) {
            deep = new Handing(deep);
        }

        assertThat(Crossing.of(deep, new Node(7)).number).isEqualTo(7);
    }

    @Test
    void chainOfAThousand_crosses() {
        assertThat(Crossing.of(Node.CODEC, Node.chain(1000)).end().number).isEqualTo(999);
    }

    @Test
    void chainDeeperThanTheSendersStack_isRefused() {
        ValueWriter out = new ValueWriter();

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> out.write(Node.CODEC, Node.chain(1_000_000)))
                .withMessageContaining("nests deeper than this thread's stack");
    }

    @Test
    void chainDeeperThanTheReceiversStack_isRefused() {
        // One level is a mark, a number and a null; the last one's end is missing, which nobody gets to see.
        ByteBuffer bytes = ByteBuffer.allocate(6_000_000);
        while (bytes.hasRemaining()) {
            bytes.put((byte) 1).putInt(0).put((byte) 0);
        }

        assertThatExceptionOfType(NotTransferableException.class)
                .isThrownBy(() -> new ValueReader(Payload.of(bytes.array())).read(Node.CODEC))
                .withMessageContaining("nests deeper than this thread's stack");
    }

    private record Handing(Codec<Node> next) implements Codec<Node> {
        @Override
        public void write(ValueWriter out, Node value) {
            out.write(next, value);
        }

        @Override
        public Node read(ValueReader in) {
            return in.read(next);
        }
    }

    /** A tree of lists, whose codec makes a new one for each list, as that of a record does. */
    private record Branch(List<Branch> parts) {
        static final Codec<Branch> CODEC = new Codec<>() {
            @Override
            public void write(ValueWriter out, Branch value) {
                out.write(Codecs.listOf(this), value.parts);
            }

            @Override
            public Branch read(ValueReader in) {
                return new Branch(in.read(Codecs.listOf(this)));
            }
        };
    }
}
