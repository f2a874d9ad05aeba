package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * The annotated method, as launcher and entry point name it.
 *
 * @param owner the class that declares it
 * @param receiver the record it is called on, unless it is static
 * @param parameters its own parameters
 * @param varargs whether the last parameter takes any number of values
 * @param erasures the parameters' types without type arguments, as Javadoc names methods
 * @param result its result; {@code void} where there is none
 * @param exceptions what it declares to throw
 * @param signature the whole, for people
 */
public record TargetMethod(
        ClassName owner,
        String name,
        Optional<Parameter> receiver,
        List<Parameter> parameters,
        boolean varargs,
        List<TypeName> erasures,
        TypeName result,
        List<ClassName> exceptions,
        String signature) {
    /** Copies the lists. */
    public TargetMethod {
        parameters = List.copyOf(parameters);
        erasures = List.copyOf(erasures);
        exceptions = List.copyOf(exceptions);
    }
}
