package dev.runinprocess;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter's value where a launch leaves it out. Trailing defaults give shorter overloads of the launcher's
 * positional methods; any default may be left out of {@code with()}. The text is read and checked by the compiler:
 * a number, {@code true}, a character, a string, an enum constant's name, or what the type's {@code parse}, {@code of}
 * or {@code create} takes for {@code Duration}, {@code Path}, {@code URI} and their like.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Default {
    /** The value, as text. */
    String value();
}
