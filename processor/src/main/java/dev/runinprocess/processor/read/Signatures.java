package dev.runinprocess.processor.read;

import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Methods as text. */
final class Signatures {
    private Signatures() {}

    /** {@code download(URI, Path)}. */
    static String brief(ExecutableElement method) {
        return method.getSimpleName() + parameters(method, TypeText::brief, false);
    }

    /** {@code Transfers.download(URI, Path)}. */
    static String owned(ExecutableElement method) {
        return TypeText.nestedName(Members.owner(method)) + "." + brief(method);
    }

    /** {@code Path Transfers.download(URI source, Path target)}. */
    static String forPeople(ExecutableElement method) {
        return TypeText.brief(method.getReturnType())
                + " "
                + TypeText.nestedName(Members.owner(method))
                + "."
                + method.getSimpleName()
                + parameters(method, TypeText::brief, true);
    }

    /** The same with all names in full, for the fingerprint. */
    static String full(ExecutableElement method) {
        return TypeText.full(method.getReturnType())
                + " "
                + Members.owner(method).getQualifiedName()
                + "."
                + method.getSimpleName()
                + parameters(method, TypeText::full, true);
    }

    private static String parameters(ExecutableElement method, Function<TypeMirror, String> text, boolean named) {
        return method.getParameters().stream()
                .map(parameter -> type(method, parameter, text) + (named ? " " + parameter.getSimpleName() : ""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String type(ExecutableElement method, VariableElement parameter, Function<TypeMirror, String> text) {
        return isVariable(method, parameter)
                ? text.apply(((ArrayType) parameter.asType()).getComponentType()) + "..."
                : text.apply(parameter.asType());
    }

    /** Whether the parameter takes any number of values. */
    static boolean isVariable(ExecutableElement method, VariableElement parameter) {
        return method.isVarArgs()
                && method.getParameters().indexOf(parameter)
                        == method.getParameters().size() - 1;
    }
}
