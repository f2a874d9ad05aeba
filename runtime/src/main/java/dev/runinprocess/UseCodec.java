package dev.runinprocess;

import dev.runinprocess.codec.Codec;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends values of type {@code T} with a {@code Codec<T>} of the user's, within the marked element: a parameter, a record
 * component, a method (its parameters and its result), a class or a package (all methods in it, and all components of records in it).
 * On a type of the user's own it also says how that type travels everywhere. The nearest mark wins, and a mark wins over
 * a built-in or generated codec. Only {@link Transferable} types are closed to marks from outside.
 *
 * <p>The type must be the very one: a codec of {@code Money} is none for a subclass. A codec of {@code Integer} serves
 * {@code int}, too.
 *
 * <p>The codec class is not private, is not an inner class and has a constructor without parameters and exceptions that
 * the generated code can reach, or a public static final field {@code INSTANCE} of its own type. It keeps no state of one launch.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE
})
@Retention(RetentionPolicy.CLASS)
@Repeatable(UseCodec.List.class)
public @interface UseCodec {
    /** The codec's class; the type it is for is its {@code Codec} type argument. */
    Class<? extends Codec<?>> value();

    /** Several marks on one element. */
    @Documented
    @Target({
        ElementType.PARAMETER,
        ElementType.RECORD_COMPONENT,
        ElementType.METHOD,
        ElementType.TYPE,
        ElementType.PACKAGE
    })
    @Retention(RetentionPolicy.CLASS)
    @interface List {
        /** The marks, in source order. */
        UseCodec[] value();
    }
}
