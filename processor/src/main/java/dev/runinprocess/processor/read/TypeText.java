package dev.runinprocess.processor.read;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as text. Not {@code TypeMirror.toString}, which differs between compilers and shows type annotations. */
final class TypeText {
    private TypeText() {}

    /** The type with all names in full: equal for equal types. */
    static String full(TypeMirror type) {
        return text(type, element -> element.getQualifiedName().toString());
    }

    /** The type as one would write it below its imports. */
    static String brief(TypeMirror type) {
        return text(type, TypeText::nestedName);
    }

    /** {@code Outer.Inner}, without the package. */
    static String nestedName(TypeElement element) {
        Element enclosing = element.getEnclosingElement();
        return enclosing instanceof TypeElement outer
                ? nestedName(outer) + "." + element.getSimpleName()
                : element.getSimpleName().toString();
    }

    private static String text(TypeMirror type, Function<TypeElement, String> name) {
        return switch (type.getKind()) {
            case DECLARED, ERROR -> declared((DeclaredType) type, name);
            case ARRAY -> text(((ArrayType) type).getComponentType(), name) + "[]";
            case WILDCARD -> wildcard((WildcardType) type, name);
            case TYPEVAR -> ((TypeVariable) type).asElement().getSimpleName().toString();
            default -> type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String declared(DeclaredType type, Function<TypeElement, String> name) {
        String plain = name.apply((TypeElement) type.asElement());
        if (type.getTypeArguments().isEmpty()) {
            return plain;
        }
        StringJoiner arguments = new StringJoiner(", ", plain + "<", ">");
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(text(argument, name));
        }
        return arguments.toString();
    }

    private static String wildcard(WildcardType type, Function<TypeElement, String> name) {
        if (type.getExtendsBound() != null) {
            return "? extends " + text(type.getExtendsBound(), name);
        }
        return type.getSuperBound() == null ? "?" : "? super " + text(type.getSuperBound(), name);
    }
}
