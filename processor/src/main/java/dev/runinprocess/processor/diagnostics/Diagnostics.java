package dev.runinprocess.processor.diagnostics;

import java.io.PrintWriter;
import java.io.StringWriter;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/** The only way to the compiler's log. */
public final class Diagnostics {
    private final Messager messager;

    /** Creates one that writes to the compiler's log. */
    public Diagnostics(Messager messager) {
        this.messager = messager;
    }

    /** Prints all problems, in the order they were found. */
    public void print(Problems problems) {
        problems.found().forEach(this::print);
    }

    /** Prints a failure of the processor itself: with its trace, since an exception that escapes ends the compiler. */
    public void printInternalError(Element element, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        print(Problem.at(element, Message.INTERNAL_ERROR, element, trace));
    }

    private void print(Problem problem) {
        AnnotationMirror annotation = problem.annotation().orElse(null);
        messager.printMessage(
                problem.message().kind(),
                problem.text(),
                problem.element(),
                annotation,
                problem.value().orElse(null));
    }
}
