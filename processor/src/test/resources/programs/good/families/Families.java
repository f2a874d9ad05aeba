package good.families;

import dev.runinprocess.RunInProcess;
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
