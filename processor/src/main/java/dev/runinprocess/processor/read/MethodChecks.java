package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/** Whether the child could call a method at all, and a launcher repeat its signature. */
final class MethodChecks {
    private final Problems problems;

    MethodChecks(Problems problems) {
        this.problems = problems;
    }

    void check(ExecutableElement method) {
        checkVisibility(method);
        checkReceiver(method);
        if (!method.getTypeParameters().isEmpty()) {
            report(method, Message.METHOD_GENERIC, Signatures.brief(method));
        }
        method.getParameters().forEach(this::checkName);
        HiddenTypes.report(method, problems);
    }

    private void checkVisibility(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            report(method, Message.METHOD_PRIVATE, Signatures.brief(method));
        }
        Optional<Element> obstacle = Reach.privateObstacle(Members.owner(method));
        obstacle.ifPresent(type -> report(
                method, Message.ENCLOSING_PRIVATE, Signatures.brief(method), TypeText.nestedName((TypeElement) type)));
    }

    private void checkReceiver(ExecutableElement method) {
        if (method.getModifiers().contains(Modifier.STATIC)) {
            return;
        }
        TypeElement owner = Members.owner(method);
        if (owner.getKind() != ElementKind.RECORD) {
            String kind = owner.getKind().isInterface() ? "the interface" : "the class";
            if (owner.getKind() == ElementKind.ENUM) {
                kind = "the enum";
            }
            report(method, Message.METHOD_RECEIVER, Signatures.brief(method), kind + " " + TypeText.nestedName(owner));
        } else if (!owner.getTypeParameters().isEmpty()) {
            report(method, Message.RECEIVER_GENERIC, Signatures.brief(method), TypeText.nestedName(owner));
        }
    }

    /** {@code with()} gives each parameter a method of its name; only {@code wait(long)} cannot be had. */
    private void checkName(VariableElement parameter) {
        if (parameter.getSimpleName().contentEquals("wait")
                && parameter.asType().getKind() == TypeKind.LONG) {
            problems.add(Problem.at(parameter, Message.PARAMETER_NAME, "wait", "wait(long)"));
        }
    }

    private void report(ExecutableElement method, Message message, Object... facts) {
        problems.add(Problem.at(method, message, facts));
    }
}
