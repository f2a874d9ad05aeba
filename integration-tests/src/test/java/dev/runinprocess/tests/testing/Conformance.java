package dev.runinprocess.tests.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test of CPython's own suite whose behaviour, restated for this library, the marked test shows. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Conformance.List.class)
public @interface Conformance {
    /** Its id, such as {@code _TestProcess.test_close}. */
    String value();

    /** Several marks on one test. */
    @Documented
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** The marks, in source order. */
        Conformance[] value();
    }
}
