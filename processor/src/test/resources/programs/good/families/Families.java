package good.families;

import dev.runinprocess.RunInProcess;
import dev.runinprocess.UseCodec;
import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import java.util.List;

/** Closed choices, and types that contain themselves. */
final class Families {
    private Families() {}

    enum Color {
        RED,
        GREEN {
            @Override
            boolean isRestful() {
                return true;
            }
        };

        boolean isRestful() {
            return false;
        }
    }

    sealed interface Shape permits Round, Square, Named, Unit {}

    sealed interface Round extends Shape {}

    record Circle(double radius, Color color) implements Round {}

    record Oval(double a, double b) implements Round, Named {}

    record Square(double side) implements Shape {}

    sealed interface Named extends Shape {}

    enum Unit implements Shape {
        POINT,
        LINE
    }

    record Empty() {}

    /** Names that are keywords, or those of parameters in generated code. */
    sealed interface Awkward {}

    record Int(int value) implements Awkward {}

    record Value(String out) implements Awkward {}

    record Out(String value) implements Awkward {}

    sealed interface Only permits One {}

    record One(String text) implements Only {}

    record Tree(String value, List<Tree> children) {}

    record Node(int value, Node next) {}

    sealed interface Expression {}

    record Number(int value) implements Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Ping(List<Pong> pongs) {}

    record Pong(Ping[] pings) {}

    /** A family with a class in it that says how it travels. */
    sealed interface Animal {}

    record Cat(String name) implements Animal {}

    @UseCodec(DogCodec.class)
    static final class Dog implements Animal {
        final int legs;

        Dog(int legs) {
            this.legs = legs;
        }
    }

    static final class DogCodec implements Codec<Dog> {
        @Override
        public void write(ValueWriter out, Dog value) {
            out.writeInt(value.legs);
        }

        @Override
        public Dog read(ValueReader in) {
            return new Dog(in.readInt());
        }
    }

    sealed interface Letter permits A, B, C, D, E, F, G, H, I, J, K, L {}

    record A() implements Letter {}

    record B() implements Letter {}

    record C() implements Letter {}

    record D() implements Letter {}

    record E() implements Letter {}

    record F() implements Letter {}

    record G() implements Letter {}

    record H() implements Letter {}

    record I() implements Letter {}

    record J() implements Letter {}

    record K() implements Letter {}

    record L() implements Letter {}

    @RunInProcess
    static List<Letter> letters(List<Letter> letters) {
        return letters;
    }

    @RunInProcess
    static int legs(Animal animal) {
        return animal instanceof Dog dog ? dog.legs : 4;
    }

    @RunInProcess
    static List<Shape> shapes(List<? extends Shape> shapes) {
        return List.copyOf(shapes);
    }

    @RunInProcess
    static boolean restful(Color color) {
        return color.isRestful();
    }

    @RunInProcess
    static Empty empty(Empty empty) {
        return empty;
    }

    @RunInProcess
    static List<Awkward> awkward(List<Awkward> list) {
        return list;
    }

    @RunInProcess
    static Only only(Only only) {
        return only;
    }

    @RunInProcess
    static Tree tree(Tree tree) {
        return tree;
    }

    @RunInProcess
    static Node node(Node node) {
        return node;
    }

    @RunInProcess
    static int evaluate(Expression expression) {
        if (expression instanceof Sum sum) {
            return evaluate(sum.left()) + evaluate(sum.right());
        }
        return ((Number) expression).value();
    }

    @RunInProcess
    static Ping ping(Ping ping) {
        return ping;
    }
}
