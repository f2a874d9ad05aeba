package dev.runinprocess.processor.diagnostics;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** The only way to the compiler's log. */
public final class Diagnostics {
    private final Messager messager;
    private final Set<List<Object>> printed = new HashSet<>();

    /** Creates one that writes to the compiler's log. */
    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Prints all problems, in the order they were found. What several elements share, such as a package's mark, is printed once. */
    public void print(Problems problems) {
        for (Problem problem : problems.found()) {
            if (printed.add(List.of(problem.element(), problem.text()))) {
                print(problem);
            }
        }
    }

    /** Prints a failure of the processor itself, at the element that it read then. */
    public void printInternalError(Element element, Throwable failure) {
        print(Problem.at(element, Message.INTERNAL_ERROR, element, trace(failure)));
    }

    /** Prints a failure of the processor itself that is not about one element. */
    public void printInternalError(Throwable failure) {
        messager.printMessage(
                Message.INTERNAL_ERROR.kind(), Message.INTERNAL_ERROR.format("this compilation", trace(failure)));
    }

    /** Prints that libraries are missing without which nothing can be read or generated. */
    public void printLackOf(List<String> libraries) {
        messager.printMessage(
                Message.PROCESSOR_PATH.kind(), Message.PROCESSOR_PATH.format(String.join(" and ", libraries)));
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private void print(Problem problem) {
        Diagnostic.Kind kind = problem.message().kind();
        Optional<AnnotationMirror> annotation = problem.annotation();
        Optional<AnnotationValue> value = problem.value();
        if (annotation.isPresent() && value.isPresent()) {
            messager.printMessage(kind, problem.text(), problem.element(), annotation.get(), value.get());
        } else if (annotation.isPresent()) {
            messager.printMessage(kind, problem.text(), problem.element(), annotation.get());
        } else {
            messager.printMessage(kind, problem.text(), problem.element());
        }
    }
}
