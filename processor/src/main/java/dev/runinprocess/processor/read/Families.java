package dev.runinprocess.processor.read;

import dev.runinprocess.Transferable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Sealed types without values of their own, and enums: closed choices. */
final class Families {
    private final Types types;

    Families(Types types) {
        this.types = types;
    }

    static boolean isFamily(TypeElement element) {
        boolean sealed = element.getModifiers().contains(Modifier.SEALED) && element.getKind() != ElementKind.ENUM;
        return sealed && element.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** The constants of the JDK's enums are left out: they keep their order, and ecj lists those of class files in an order of its own. */
    static String describeEnum(TypeElement element) {
        if (element.getQualifiedName().toString().startsWith("java.")) {
            return "enum " + element.getQualifiedName();
        }
        StringJoiner constants = new StringJoiner(", ", "enum " + element.getQualifiedName() + " {", "}");
        for (Element member : element.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(member.getSimpleName());
            }
        }
        return constants.toString();
    }

    /** A direct member of a family, with the type arguments that it has there. */
    record Member(TypeElement element, Fit fit, Optional<DeclaredType> type) {
        /** Whether the member's codec is one for the whole of it, rather than for its members in turn. */
        boolean isLeaf() {
            return !isFamily(element)
                    || Attributes.of(element, Transferable.class).isPresent();
        }
    }

    /** Whether a member's type arguments follow from the family's. */
    enum Fit {
        FITS,
        /** Its supertype has other type arguments, so that no such value can be there. */
        NEVER,
        /** It has type parameters that its supertype does not mention. */
        UNKNOWN
    }

    List<Member> membersOf(DeclaredType family) {
        List<Member> members = new ArrayList<>();
        for (TypeMirror permitted : ((TypeElement) family.asElement()).getPermittedSubclasses()) {
            members.add(memberOf(family, (TypeElement) ((DeclaredType) permitted).asElement()));
        }
        return members;
    }

    private Member memberOf(DeclaredType family, TypeElement member) {
        DeclaredType supertype = supertype(member, family.asElement());
        Map<String, TypeMirror> bindings = new HashMap<>();
        for (int i = 0; i < family.getTypeArguments().size(); i++) {
            if (!bind(
                    supertype.getTypeArguments().get(i),
                    family.getTypeArguments().get(i),
                    bindings)) {
                return new Member(member, Fit.NEVER, Optional.empty());
            }
        }
        List<TypeMirror> arguments = new ArrayList<>();
        for (TypeParameterElement parameter : member.getTypeParameters()) {
            Optional.ofNullable(bindings.get(parameter.getSimpleName().toString()))
                    .ifPresent(arguments::add);
        }
        if (arguments.size() < member.getTypeParameters().size()) {
            return new Member(member, Fit.UNKNOWN, Optional.empty());
        }
        DeclaredType type = types.getDeclaredType(member, arguments.toArray(TypeMirror[]::new));
        return new Member(member, Fit.FITS, Optional.of(type));
    }

    private DeclaredType supertype(TypeElement member, Element family) {
        return types.directSupertypes(member.asType()).stream()
                .map(DeclaredType.class::cast)
                .filter(type -> type.asElement().equals(family))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(member + " is permitted by, but does not extend, " + family));
    }

    /** Whether the pattern, with its type variables bound, can be the argument. */
    private boolean bind(TypeMirror pattern, TypeMirror argument, Map<String, TypeMirror> bindings) {
        if (pattern.getKind() == TypeKind.TYPEVAR) {
            String name = ((TypeVariable) pattern).asElement().getSimpleName().toString();
            TypeMirror bound = bindings.putIfAbsent(name, argument);
            return bound == null || TypeText.full(bound).equals(TypeText.full(argument));
        }
        if (pattern instanceof DeclaredType declared
                && argument instanceof DeclaredType actual
                && declared.asElement().equals(actual.asElement())
                && declared.getTypeArguments().size()
                        == actual.getTypeArguments().size()) {
            boolean fits = true;
            for (int i = 0; i < declared.getTypeArguments().size(); i++) {
                fits &= bind(
                        declared.getTypeArguments().get(i),
                        actual.getTypeArguments().get(i),
                        bindings);
            }
            return fits;
        }
        return TypeText.full(pattern).equals(TypeText.full(argument));
    }
}
