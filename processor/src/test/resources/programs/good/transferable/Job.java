package good.transferable;

import dev.runinprocess.Transferable;
import java.util.List;

/** A record with parts that only its own package knows. */
@Transferable
public record Job(String name, Part part, List<Kind> kinds, Shape shape, Job next) {
    record Part(int number) {}

    @Transferable
    enum Kind {
        SMALL,
        LARGE
    }

    @Transferable(codec = "FormCodec")
    sealed interface Shape {}

    record Point(int x, int y) implements Shape {}

    @Transferable
    sealed interface Round extends Shape {}

    record Circle(double radius) implements Round {}

    /** Makes one. */
    public static Job of(String name) {
        return new Job(
                name,
                new Part(1),
                List.of(Kind.LARGE),
                new Circle(2),
                new Job("next", null, List.of(), new Point(3, 4), null));
    }
}
