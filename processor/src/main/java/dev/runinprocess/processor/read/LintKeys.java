package dev.runinprocess.processor.read;

import dev.runinprocess.processor.model.Deprecation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What a generated class has to suppress, because it names what a user has deprecated. Their own code need not, being
 * in the same file; ours is in another one.
 */
final class LintKeys {
    private final Set<String> keys = new TreeSet<>();

    List<String> keys() {
        return List.copyOf(keys);
    }

    /** Notes that generated code names the element, and with it those around it. */
    void mention(Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            deprecation(at).ifPresent(found -> keys.add(found.forRemoval() ? "removal" : "deprecation"));
        }
    }

    void mention(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            mention(declared.asElement());
            declared.getTypeArguments().forEach(this::mention);
        } else if (type instanceof ArrayType array) {
            mention(array.getComponentType());
        } else if (type instanceof WildcardType wildcard) {
            Optional.ofNullable(wildcard.getExtendsBound()).ifPresent(this::mention);
            Optional.ofNullable(wildcard.getSuperBound()).ifPresent(this::mention);
        }
    }

    /** Notes that generated code repeats a method's signature. */
    void mentionSignature(ExecutableElement method) {
        mention(method.getReturnType());
        method.getParameters().forEach(parameter -> mention(parameter.asType()));
        method.getThrownTypes().forEach(this::mention);
    }

    /** The deprecation of the element, or else of the nearest one around it. */
    static Optional<Deprecation> effectiveDeprecation(Element element) {
        for (Element at = element; at != null; at = at.getEnclosingElement()) {
            Optional<Deprecation> found = deprecation(at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Deprecation> deprecation(Element element) {
        return Attributes.of(element, Deprecated.class)
                .map(found -> new Deprecation(
                        found.text("since").orElse(""),
                        found.value("forRemoval")
                                .map(value -> (Boolean) value.getValue())
                                .orElse(false)));
    }
}
