package dev.runinprocess.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Type arguments with the bound in the place of each wildcard: {@code List<? extends Shape>} is sent as {@code List<Shape>}. */
final class Wildcards {
    private final Types types;

    Wildcards(Types types) {
        this.types = types;
    }

    /** The type itself if it has no wildcard; nothing if a wildcard has no bound to stand for it. */
    Optional<DeclaredType> replaceByBounds(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        TypeMirror[] replaced = new TypeMirror[arguments.size()];
        boolean changed = false;
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = arguments.get(i);
            if (arguments.get(i) instanceof WildcardType wildcard) {
                Optional<TypeMirror> bound =
                        bound(wildcard, element.getTypeParameters().get(i));
                if (bound.isEmpty()) {
                    return Optional.empty();
                }
                replaced[i] = bound.get();
                changed = true;
            }
        }
        return Optional.of(changed ? types.getDeclaredType(element, replaced) : type);
    }

    private Optional<TypeMirror> bound(WildcardType wildcard, TypeParameterElement parameter) {
        Optional<TypeMirror> declared = declaredBound(parameter);
        TypeMirror written = wildcard.getExtendsBound();
        if (written == null) {
            return declared;
        }
        return declared.isPresent() && types.isSubtype(declared.get(), written) ? declared : Optional.of(written);
    }

    /** The bound of a type parameter, unless it says nothing or refers to type parameters. */
    private Optional<TypeMirror> declaredBound(TypeParameterElement parameter) {
        if (parameter.getBounds().size() != 1) {
            return Optional.empty();
        }
        TypeMirror bound = parameter.getBounds().get(0);
        boolean says = bound instanceof DeclaredType declared
                && declared.getTypeArguments().isEmpty()
                && bound.getKind() == TypeKind.DECLARED
                && !((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
        return says ? Optional.of(bound) : Optional.empty();
    }
}
