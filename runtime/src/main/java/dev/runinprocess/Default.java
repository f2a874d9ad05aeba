package dev.runinprocess;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter's value where a launch leaves it out. Trailing defaults give shorter overloads of the launcher's
 * positional methods; any default may be left out of {@code with()}.
 *
 * <p>The text is read and checked by the compiler: a number (decimal or {@code 0x…}, with underscores if you like),
 * {@code true}, a character, a string, an enum constant's name, a time such as {@code 30s} or {@code PT1M}, or what the
 * type's {@code parse}, {@code of}, {@code create} or constructor takes for {@code Path}, {@code URI},
 * {@code BigDecimal}, {@code LocalDate} and their like. Variable arguments have no default: they may be left out anyway.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Default {
    /** The value, as text. */
    String value();
}
