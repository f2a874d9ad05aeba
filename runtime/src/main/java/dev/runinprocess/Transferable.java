package dev.runinprocess;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record, enum or sealed type that gets a codec class of its own beside it: {@code JobCodec} for {@code Job}, with a
 * constant {@code INSTANCE}. Types without this mark can cross, too; their codec is then nested in each entry point
 * that needs it. The mark makes the codec shared, lets the type's package-private parts cross from other packages, and
 * leads to it from the class alone at run time, whatever its name.
 *
 * <p>A codec mark ({@link UseCodec}) on or around the type counts inside of it; one at a place that sends it does not
 * reach in. The type has no type parameters: what a generic record needs depends on its type arguments, so its codec is always nested.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Transferable {
    /** The simple name of the generated codec; by default the type's simple name plus {@code Codec}. */
    String codec() default "";
}
