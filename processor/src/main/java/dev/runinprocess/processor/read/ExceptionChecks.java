package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Whether the parent can build again what a method declares to throw. */
final class ExceptionChecks {
    /*
     * The parent calls constructors that take a message, a cause, both or nothing, and accepts what has the message of the child's exception.
     * Declarations tell which constructors there are, not what they do, so this warns only where no call can succeed for some exceptions: no
     * constructor takes a text, and one takes more than a cause. Without such a one the message is the class's own affair, the same each time.
     */
    private final Types types;
    private final TypeMirror throwable;
    private final Problems problems;

    ExceptionChecks(Compilation compilation, Problems problems) {
        this.types = compilation.types();
        this.throwable = compilation
                .type(Throwable.class.getCanonicalName())
                .orElseThrow()
                .asType();
        this.problems = problems;
    }

    /** Warns of each exception in the throws clause that would arrive as a stand-in. */
    void check(ExecutableElement method) {
        if (Suppressions.apply(method, Message.EXCEPTION_CONSTRUCTOR)) {
            return;
        }
        for (TypeMirror thrown : method.getThrownTypes()) {
            if (thrown instanceof DeclaredType declared) {
                check(method, (TypeElement) declared.asElement());
            }
        }
    }

    private void check(ExecutableElement method, TypeElement exception) {
        if (exception.getModifiers().contains(Modifier.ABSTRACT)) {
            return; // what is thrown is of another class
        }
        if (Members.isNested(exception) && !exception.getModifiers().contains(Modifier.STATIC)) {
            report(method, exception, "cannot be created without its enclosing object", "Make it static");
        } else if (!isRebuildable(exception)) {
            report(
                    method,
                    exception,
                    "has no constructor with just a message, or a message and a cause",
                    "Add such a constructor");
        }
    }

    private void report(ExecutableElement method, TypeElement exception, String reason, String remedy) {
        problems.add(Problem.at(
                method,
                Message.EXCEPTION_CONSTRUCTOR,
                Signatures.brief(method),
                TypeText.nestedName(exception),
                reason,
                remedy));
    }

    private boolean isRebuildable(TypeElement exception) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(exception.getEnclosedElements());
        return constructors.stream().anyMatch(each -> takes(each, 1))
                || constructors.stream().allMatch(each -> takes(each, 0));
    }

    /** Whether the constructor takes that many texts, perhaps a cause, and nothing else. */
    private boolean takes(ExecutableElement constructor, int texts) {
        List<? extends VariableElement> parameters = constructor.getParameters();
        long textsFound =
                parameters.stream().filter(each -> isText(each.asType())).count();
        long causesFound =
                parameters.stream().filter(each -> isCause(each.asType())).count();
        return textsFound == texts && causesFound <= 1 && textsFound + causesFound == parameters.size();
    }

    private static boolean isText(TypeMirror type) {
        return TypeText.full(type).equals(String.class.getCanonicalName());
    }

    private boolean isCause(TypeMirror type) {
        return types.isSubtype(types.erasure(type), throwable);
    }
}
