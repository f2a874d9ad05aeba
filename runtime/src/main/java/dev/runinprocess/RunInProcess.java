package dev.runinprocess;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that can run in a JVM of its own. The annotation processor generates a launcher beside it: for
 * {@code download(URI source, Path target)} a class {@code DownloadLauncher} with {@code start(source, target)},
 * {@code process(…)}, {@code invoke(…)}, {@code call(…)} and {@code with()}.
 *
 * <p>The method is static, or an instance method of a record (the record then travels to the child), not private, and
 * its parameters and result are values that can cross a process boundary; the compiler reports what cannot.
 *
 * <p>Attributes are defaults for every launch of the method; {@link ProcessOptions} of one launch override them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface RunInProcess {
    /** The simple name of the generated launcher; by default the method's name, capitalised, plus {@code Launcher}. */
    String launcher() default "";

    /** The name of each child process; by default the method's name and a number, such as {@code download-1}. */
    String name() default "";

    /** Whether the child is terminated when its parent ends; by default as the process that starts it. */
    Daemon daemon() default Daemon.INHERIT;

    /** The child's maximum heap as {@code -Xmx} takes it, such as {@code "256m"}; by default the JVM's own choice. */
    String maxHeap() default "";

    /** Further options for the child's JVM, after all others. */
    String[] jvmArgs() default {};

    /** How long the child may run, such as {@code "500ms"}, {@code "30s"}, {@code "5m"}, {@code "2h"} or {@code "PT1M30S"}; by default for ever. */
    String timeout() default "";
}
