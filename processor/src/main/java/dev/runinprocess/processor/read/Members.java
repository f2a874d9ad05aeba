package dev.runinprocess.processor.read;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Elements inside of types, for which the compiler's model always has an answer to what encloses them. */
final class Members {
    private Members() {}

    /** The type that declares a method or a field. */
    static TypeElement owner(Element member) {
        return (TypeElement) enclosing(member);
    }

    /** Whether a type is declared inside of another one. */
    static boolean isNested(TypeElement type) {
        return enclosing(type).getKind() != ElementKind.PACKAGE;
    }

    /** What encloses a type or a member of one. */
    static Element enclosing(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement());
    }
}
