package dev.runinprocess;

import java.io.Serializable;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sends values of one {@link Serializable} type by Java serialization, within the marked element (as {@link UseCodec}
 * does). Reading passes an object filter that admits the type, the declared types of its fields, recursively, and
 * {@link #allow()}, and nothing else: a compromised child cannot make its parent build other classes.
 *
 * <p>A field's declared type is admitted itself, and subclasses of it are not. The compiler warns of fields whose type
 * cannot be what they hold, such as {@code List}; {@code @SuppressWarnings("serialization-wide-field")} suppresses that.
 *
 * <p>Slow and large beside the generated codecs; meant for the class that one cannot change.
 */
@Documented
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.TYPE, ElementType.PACKAGE
})
@Retention(RetentionPolicy.CLASS)
@Repeatable(UseJavaSerialization.List.class)
public @interface UseJavaSerialization {
    /** The type that is sent this way; it and its subclasses named in {@link #allow()} may cross. */
    Class<? extends Serializable> value();

    /** Further classes that its object graph may contain, where fields are declared by wider types. */
    Class<?>[] allow() default {};

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
        UseJavaSerialization[] value();
    }
}
