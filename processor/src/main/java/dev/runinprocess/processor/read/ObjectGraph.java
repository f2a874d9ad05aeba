package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * The classes that serialized values of a type can consist of, as far as the declared types of fields tell. The JDK's
 * own classes are taken as they are: their fields are none of the user's business.
 */
final class ObjectGraph {
    private static final List<String> OWN_FORM = List.of("writeObject", "writeReplace", "writeExternal");

    private final Compilation compilation;
    private final Problems problems;
    private final Attributes use;
    private final TypeElement root;
    private final List<TypeElement> allowed;
    private final Set<TypeElement> classes = new LinkedHashSet<>();

    ObjectGraph(
            Compilation compilation, Problems problems, Attributes use, TypeElement root, List<TypeElement> allowed) {
        this.compilation = compilation;
        this.problems = problems;
        this.use = use;
        this.root = root;
        this.allowed = allowed;
    }

    /** All classes but the type itself; nothing if its values could never be serialized, which is reported. */
    Optional<Set<TypeElement>> classes() {
        int errorsBefore = problems.errors();
        allowed.forEach(this::admit);
        admit(root);
        classes.remove(root);
        return problems.errors() == errorsBefore ? Optional.of(classes) : Optional.empty();
    }

    private void admit(TypeElement part) {
        if (!classes.add(part) || isPartOfTheJdk(part)) {
            return;
        }
        Optional<Element> obstacle = Reach.privateObstacle(part);
        if (obstacle.isPresent()) {
            report(Message.SERIALIZATION_HIDDEN, TypeText.nestedName(part), Reach.name(obstacle.get()));
        }
        boolean ownForm = part.getEnclosedElements().stream()
                .anyMatch(member -> OWN_FORM.contains(member.getSimpleName().toString()));
        for (VariableElement field : ElementFilter.fieldsIn(part.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)) {
                admitField(part, field, field.asType(), ownForm);
            }
        }
        admitSuperclass(part);
    }

    private void admitSuperclass(TypeElement type) {
        if (type.getSuperclass() instanceof DeclaredType superclass
                && superclass.asElement() instanceof TypeElement element
                && isSerializable(superclass)) {
            admit(element);
        }
    }

    private void admitField(TypeElement owner, VariableElement field, TypeMirror type, boolean ownForm) {
        if (type instanceof ArrayType array) {
            admitField(owner, field, array.getComponentType(), ownForm);
        } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            admitField(owner, field, wildcard.getExtendsBound(), ownForm);
        } else if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            admitDeclared(owner, field, declared, element, ownForm);
        }
    }

    private void admitDeclared(
            TypeElement owner, VariableElement field, DeclaredType type, TypeElement element, boolean ownForm) {
        type.getTypeArguments().forEach(argument -> admitField(owner, field, argument, ownForm));
        if (isWide(element)) {
            warnUnlessAllowed(owner, field, type);
        } else if (isSerializable(type)) {
            admit(element);
        } else if (!ownForm) {
            report(Message.SERIALIZATION_FIELD, TypeText.nestedName(owner), field.getSimpleName(), TypeText.full(type));
        }
    }

    private static boolean isWide(TypeElement type) {
        return type.getKind().isInterface()
                || (type.getModifiers().contains(Modifier.ABSTRACT) && type.getKind() != ElementKind.ENUM)
                || type.getQualifiedName().contentEquals("java.lang.Object");
    }

    private void warnUnlessAllowed(TypeElement owner, VariableElement field, DeclaredType type) {
        TypeMirror wanted = compilation.types().erasure(type);
        boolean named = allowed.stream()
                .anyMatch(other ->
                        compilation.types().isSubtype(compilation.types().erasure(other.asType()), wanted));
        if (!named && !Suppressions.apply(use.element(), Message.SERIALIZATION_WIDE_FIELD)) {
            report(
                    Message.SERIALIZATION_WIDE_FIELD,
                    TypeText.nestedName(owner),
                    field.getSimpleName(),
                    TypeText.brief(type),
                    root.getSimpleName());
        }
    }

    private boolean isSerializable(TypeMirror type) {
        TypeElement serializable = compilation.elements().getTypeElement(Serializable.class.getCanonicalName());
        return compilation.types().isSubtype(compilation.types().erasure(type), serializable.asType());
    }

    private static boolean isPartOfTheJdk(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }

    private void report(Message message, Object... facts) {
        problems.add(Problem.at(use.element(), use.annotation(), message, facts));
    }
}
