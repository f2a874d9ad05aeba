package dev.runinprocess.processor;

import com.google.auto.service.AutoService;
import dev.runinprocess.Default;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.Transferable;
import dev.runinprocess.UseCodec;
import dev.runinprocess.UseJavaSerialization;
import dev.runinprocess.processor.diagnostics.Diagnostics;
import dev.runinprocess.processor.read.Compilation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates a launcher and an entry point for each method marked {@link RunInProcess}, and a codec for each type marked
 * {@link Transferable}. Compilers find it by {@code META-INF/services}; it takes no options. For one compilation each.
 */
@AutoService(Processor.class)
public final class RunInProcessProcessor extends AbstractProcessor {
    private @Nullable Rounds rounds;

    /** Creates one for a compiler. */
    public RunInProcessProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Stream.of(
                        RunInProcess.class,
                        Default.class,
                        Transferable.class,
                        UseCodec.class,
                        UseCodec.List.class,
                        UseJavaSerialization.class,
                        UseJavaSerialization.List.class,
                        Generated.class) // which stands on what is generated here
                .map(Class::getCanonicalName)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        rounds = new Rounds(
                new Compilation(environment.getElementUtils(), environment.getTypeUtils()),
                new Diagnostics(environment.getMessager()),
                environment.getFiler());
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint:processing warns of annotations that nobody claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null) {
            rounds.processSafely(round);
        }
        return true;
    }
}
