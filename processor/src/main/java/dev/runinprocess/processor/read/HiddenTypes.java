package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Private types in a signature, which a launcher would have to repeat and cannot. */
final class HiddenTypes {
    private HiddenTypes() {}

    /** Reports those of the whole signature, each where it stands. */
    static void report(ExecutableElement method, Problems problems) {
        for (VariableElement parameter : method.getParameters()) {
            report(parameter, parameter.asType(), "Parameter '" + parameter.getSimpleName() + "'", problems);
        }
        report(method, method.getReturnType(), "The result of " + Signatures.brief(method), problems);
        for (TypeMirror exception : method.getThrownTypes()) {
            report(method, exception, "The throws clause of " + Signatures.brief(method), problems);
        }
    }

    private static void report(Element place, TypeMirror type, String subject, Problems problems) {
        find(type)
                .ifPresent(hidden -> problems.add(Problem.at(
                        place, Message.SIGNATURE_PRIVATE, subject, TypeText.nestedName((TypeElement) hidden))));
    }

    static boolean isHidden(TypeMirror type) {
        return find(type).isPresent();
    }

    private static Optional<Element> find(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return find(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return Stream.of(
                            Optional.ofNullable(wildcard.getExtendsBound()),
                            Optional.ofNullable(wildcard.getSuperBound()))
                    .flatMap(Optional::stream)
                    .flatMap(bound -> find(bound).stream())
                    .findFirst();
        }
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        return Reach.privateObstacle(declared.asElement())
                .or(() -> declared.getTypeArguments().stream()
                        .flatMap(argument -> find(argument).stream())
                        .findFirst());
    }
}
