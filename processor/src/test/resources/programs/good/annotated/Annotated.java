package good.annotated;

import dev.runinprocess.RunInProcess;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

/** Types with annotations of their own. */
final class Annotated {
    private Annotated() {}

    @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Maybe {
        String value() default "";
    }

    record Part(@Maybe String text, List<@Maybe("x") Integer> numbers, @Maybe("y") int @Maybe [] array) {}

    record Box<@Maybe T>(@Maybe T value) {}

    @RunInProcess
    static @Maybe String everywhere(
            @Maybe("1") String a,
            Map<@Maybe String, ? extends @Maybe List<@Maybe Integer>> b,
            @Maybe String @Maybe [] c,
            Annotated.@Maybe Part d,
            Box<@Maybe String> e,
            @Maybe int f,
            Box<? extends @Maybe Part> g) {
        return a + b + c.length + d.text + e.value + f + g.value().text();
    }
}
