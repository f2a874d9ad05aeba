package p;

import dev.runinprocess.codec.Codec;
import dev.runinprocess.codec.Codecs;
import dev.runinprocess.codec.ValueReader;
import dev.runinprocess.codec.ValueWriter;
import dev.runinprocess.link.BoundTask;
import dev.runinprocess.link.ChildMain;
import dev.runinprocess.link.EntryPoint;
import dev.runinprocess.link.Widening;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The child JVM's entry point for {@link Drawing#print(String[])}:
 * of all {@code main} methods, this one runs there. Generated: edits here are lost.
 */
@Generated(
        value = "dev.runinprocess.processor.RunInProcessProcessor",
        comments = "from Drawing.print"
)
final class PrintEntryPoint implements EntryPoint<Void> {
    private PrintEntryPoint() {
    }

    /**
     * Runs the task that the parent sends.
     *
     * @param args what the parent passes on the command line
     * @throws Throwable what the task throws
     */
    public static void main(String[] args) throws Throwable {
        ChildMain.run(new PrintEntryPoint(), args);
    }

    @Override
    public String signature() {
        return "void Drawing.print(String... pages)";
    }

    @Override
    public String fingerprint() {
        return "2fd1ad5166d636f901b9b577c69f1e93";
    }

    @Override
    public Arguments read(ValueReader in) {
        return new Arguments(
                in.read(DrawingCodec.INSTANCE),
                in.read(Codecs.arrayOf(Codecs.string(), String.class)));
    }

    /**
     * The arguments of one call.
     */
    static final class Arguments implements BoundTask<Void> {
        private final Drawing drawing;

        private final String[] pages;

        Arguments(Drawing drawing, String[] pages) {
            this.drawing = Objects.requireNonNull(drawing, "drawing");
            this.pages = pages;
        }

        @Override
        public void write(ValueWriter out) {
            out.write(DrawingCodec.INSTANCE, drawing);
            out.write(Codecs.arrayOf(Codecs.string(), String.class), pages);
        }

        @Override
        public Void invoke() {
            drawing.print(pages);
            return null;
        }

        @Override
        public EntryPoint<Void> entryPoint() {
            return new PrintEntryPoint();
        }

        @Override
        public Codec<Void> result() {
            return Codecs.voidResult();
        }
    }

    private static final class DrawingCodec implements Codec<Drawing> {
        static final DrawingCodec INSTANCE = new DrawingCodec();

        private DrawingCodec() {
        }

        @Override
        public void write(ValueWriter out, Drawing value) {
            out.write(Codecs.string(), value.title());
            out.write(Widening.<List<? extends Drawing.Shape>>of(Codecs.listOf(ShapeCodec.INSTANCE)), value.shapes());
        }

        @Override
        public Drawing read(ValueReader in) {
            return new Drawing(
                    in.read(Codecs.string()),
                    in.read(Widening.<List<? extends Drawing.Shape>>of(Codecs.listOf(ShapeCodec.INSTANCE))));
        }
    }

    private static final class ShapeCodec implements Codec<Drawing.Shape> {
        static final ShapeCodec INSTANCE = new ShapeCodec();

        private ShapeCodec() {
        }

        @Override
        public void write(ValueWriter out, Drawing.Shape value) {
            if (value instanceof Drawing.Circle circle) {
                out.writeOrdinal(0);
                CircleCodec.INSTANCE.write(out, circle);
            } else {
                out.writeOrdinal(1);
                GroupCodec.INSTANCE.write(out, (Drawing.Group) value);
            }
        }

        @Override
        public Drawing.Shape read(ValueReader in) {
            return switch (in.readOrdinal(2)) {
                case 0 -> CircleCodec.INSTANCE.read(in);
                default -> GroupCodec.INSTANCE.read(in);
            };
        }
    }

    private static final class CircleCodec implements Codec<Drawing.Circle> {
        static final CircleCodec INSTANCE = new CircleCodec();

        private CircleCodec() {
        }

        @Override
        public void write(ValueWriter out, Drawing.Circle value) {
            out.writeDouble(value.radius());
            out.write(Codecs.enumOf(Drawing.Color.values()), value.color());
        }

        @Override
        public Drawing.Circle read(ValueReader in) {
            return new Drawing.Circle(in.readDouble(), in.read(Codecs.enumOf(Drawing.Color.values())));
        }
    }

    private static final class GroupCodec implements Codec<Drawing.Group> {
        static final GroupCodec INSTANCE = new GroupCodec();

        private GroupCodec() {
        }

        @Override
        public void write(ValueWriter out, Drawing.Group value) {
            out.write(Codecs.listOf(ShapeCodec.INSTANCE), value.members());
        }

        @Override
        public Drawing.Group read(ValueReader in) {
            return new Drawing.Group(in.read(Codecs.listOf(ShapeCodec.INSTANCE)));
        }
    }
}
