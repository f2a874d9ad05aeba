package dev.runinprocess.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.Default;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.DefaultValue;
import dev.runinprocess.processor.model.Parameter;
import dev.runinprocess.processor.model.TargetMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what a launcher has to repeat of a method: parameters, result, exceptions. */
final class SignatureReader {
    private final Elements elements;
    private final Types types;
    private final DefaultReader defaults;

    SignatureReader(Compilation compilation, Problems problems) {
        this.elements = compilation.elements();
        this.types = compilation.types();
        this.defaults = new DefaultReader(compilation, problems);
    }

    /** Whether a type in the signature does not exist yet: another processor may generate it, or the compiler complains. */
    boolean isUnresolved(ExecutableElement method) {
        return partsOf(method).anyMatch(Unresolved::occursIn);
    }

    private static Stream<TypeMirror> partsOf(ExecutableElement method) {
        return Stream.of(
                        Stream.of(method.getReturnType()),
                        method.getParameters().stream().map(VariableElement::asType),
                        method.getThrownTypes().stream())
                .flatMap(part -> part);
    }

    /** Whether generated code can repeat the signature; if not, that is reported elsewhere. */
    boolean isRepeatable(ExecutableElement method) {
        return method.getTypeParameters().isEmpty()
                && partsOf(method).noneMatch(HiddenTypes::isHidden)
                && partsOf(method).noneMatch(type -> type.getKind() == TypeKind.TYPEVAR);
    }

    TargetMethod read(ExecutableElement method) {
        Map<String, String> docs = ParameterDocs.in(
                Optional.ofNullable(elements.getDocComment(method)).orElse(""));
        List<Parameter> parameters = method.getParameters().stream()
                .map(each -> parameter(method, each, docs))
                .toList();
        return new TargetMethod(
                ClassName.get(Members.owner(method)),
                method.getSimpleName().toString(),
                receiver(method, parameters),
                parameters,
                method.isVarArgs(),
                erasures(method),
                TypeName.get(method.getReturnType()),
                exceptions(method),
                Signatures.forPeople(method));
    }

    private Parameter parameter(ExecutableElement method, VariableElement parameter, Map<String, String> docs) {
        boolean varargs = Signatures.isVariable(method, parameter);
        Optional<DefaultValue> defaultValue = Attributes.of(parameter, Default.class)
                .flatMap(annotation -> defaults.read(parameter, annotation, varargs));
        String name = parameter.getSimpleName().toString();
        String description = docs.getOrDefault(name, "the argument {@code " + name + "}");
        return new Parameter(name, variable(name), TypeName.get(parameter.asType()), description, defaultValue);
    }

    /** A variable called {@code Path} would hide the class. */
    private static String variable(String name) {
        return Character.isUpperCase(name.charAt(0)) ? name + "_" : name;
    }

    /** The record that an instance method is called on, under a name that no parameter has. */
    private static Optional<Parameter> receiver(ExecutableElement method, List<Parameter> parameters) {
        TypeElement owner = Members.owner(method);
        if (method.getModifiers().contains(Modifier.STATIC) || owner.getKind() != ElementKind.RECORD) {
            return Optional.empty();
        }
        NameAllocator names = new NameAllocator();
        parameters.forEach(parameter -> names.newName(parameter.name()));
        String name = names.newName(Decapitalised.of(owner.getSimpleName()));
        return Optional.of(
                new Parameter(name, name, ClassName.get(owner), "what the method is called on", Optional.empty()));
    }

    private List<TypeName> erasures(ExecutableElement method) {
        List<TypeName> erasures = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            erasures.add(TypeName.get(types.erasure(parameter.asType())));
        }
        return erasures;
    }

    private static List<ClassName> exceptions(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .filter(type -> type.getKind() == TypeKind.DECLARED)
                .map(type -> ClassName.get((TypeElement) ((DeclaredType) type).asElement()))
                .toList();
    }
}
