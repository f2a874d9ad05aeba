package dev.runinprocess.codec;

import org.jspecify.annotations.Nullable;

/** A recursive value, with the codec that a recursive record gets. */
final class Node {
    static final Codec<Node> CODEC = new NodeCodec();

    final int number;

    @Nullable
    Node left;

    @Nullable
    Node right;

    Node(int number) {
        this.number = number;
    }

    static Node chain(int length) {
        Node first = new Node(0);
        Node last = first;
        for (int i = 1; i < length; i++) {
            Node next = new Node(i);
            last.right = next;
            last = next;
        }
        return first;
    }

    Node end() {
        Node node = this;
        while (node.right != null) {
            node = node.right;
        }
        return node;
    }

    private static final class NodeCodec implements Codec<Node> {
        @Override
        public void write(ValueWriter out, Node value) {
            out.writeInt(value.number);
            out.write(this, value.left);
            out.write(this, value.right);
        }

        @Override
        public Node read(ValueReader in) {
            Node value = new Node(in.readInt());
            value.left = in.read(this);
            value.right = in.read(this);
            return value;
        }
    }
}
