package dev.runinprocess.processor.read;

import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** {@code @Default} where nothing is launched: on parameters of other methods, of constructors, and on components of records. */
public final class StrayDefaults {
    private StrayDefaults() {}

    /** Reports the parameter's {@code @Default}, unless its method gets a launcher that can leave the parameter out. */
    public static void report(Element parameter, Problems problems) {
        ExecutableElement owner = (ExecutableElement) Members.enclosing(parameter);
        if (Attributes.of(owner, RunInProcess.class).isPresent()) {
            return;
        }
        boolean isMethod = owner.getKind() == ElementKind.METHOD;
        String name = isMethod ? Signatures.brief(owner) : "a constructor";
        String remedy = isMethod ? "Mark the method, or remove the annotation." : "Remove the annotation.";
        Attributes.of(parameter, Default.class)
                .ifPresent(mark -> problems.add(Problem.at(
                        parameter,
                        mark.annotation(),
                        Message.DEFAULT_UNUSED,
                        parameter.getSimpleName(),
                        name,
                        remedy)));
    }
}
