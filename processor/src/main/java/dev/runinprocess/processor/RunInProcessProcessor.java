package dev.runinprocess.processor;

import com.google.auto.service.AutoService;
import dev.runinprocess.processor.diagnostics.Diagnostics;
import dev.runinprocess.processor.read.Compilation;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Generates a launcher and an entry point for each method marked {@code @RunInProcess}, and a codec for each type marked
 * {@code @Transferable}. Compilers find it by {@code META-INF/services}; it takes no options. For one compilation each.
 */
@AutoService(Processor.class)
public final class RunInProcessProcessor extends AbstractProcessor {
    /*
     * This class names no class of the runtime and none of JavaPoet: without one of the two it still has to be able to say so.
     */
    private static final String OUR_ANNOTATIONS = "dev.runinprocess.";

    private @Nullable Rounds rounds;
    private List<String> lacking = List.of();

    /** Creates one for a compiler. */
    public RunInProcessProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // @Generated stands on what is generated here
        return Set.of(OUR_ANNOTATIONS + "*", "javax.annotation.processing.Generated");
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        lacking = ProcessorPath.lacking();
        if (lacking.isEmpty()) {
            rounds = new Rounds(
                    new Compilation(environment.getElementUtils(), environment.getTypeUtils()),
                    new Diagnostics(environment.getMessager()),
                    environment.getFiler());
        }
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint:processing warns of annotations that nobody claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (rounds != null) {
            rounds.processSafely(round);
        } else if (annotations.stream().anyMatch(RunInProcessProcessor::isOurs)) {
            new Diagnostics(processingEnv.getMessager()).printLackOf(lacking);
        }
        return true;
    }

    private static boolean isOurs(TypeElement annotation) {
        return annotation.getQualifiedName().toString().startsWith(OUR_ANNOTATIONS);
    }
}
