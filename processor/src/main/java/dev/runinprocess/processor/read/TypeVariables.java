package dev.runinprocess.processor.read;

import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Type variables anywhere in a type. */
final class TypeVariables {
    private TypeVariables() {}

    static boolean occurIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return occurIn(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Optional.ofNullable(wildcard.getExtendsBound())
                    .or(() -> Optional.ofNullable(wildcard.getSuperBound()))
                    .filter(TypeVariables::occurIn)
                    .isPresent();
        }
        return type.getKind() == TypeKind.TYPEVAR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(TypeVariables::occurIn));
    }
}
