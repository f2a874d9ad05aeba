package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.LaunchSettings;
import dev.runinprocess.processor.model.TargetMethod;
import java.time.Duration;
import javax.lang.model.element.Modifier;

/** The launcher's constant that says what to start, and how the annotation wants it. */
final class DefinitionField {
    static final String NAME = "DEFINITION";

    private DefinitionField() {}

    static FieldSpec write(TargetMethod method, EntryPointModel entryPoint) {
        // private static final TaskDefinition DEFINITION = TaskDefinition.of(
        //         "download",
        //         DownloadEntryPoint.class,
        //         "Path Transfers.download(URI source, Path target)",
        //         "5f0c…")
        //         .maxHeap("256m");
        CodeBlock value = CodeBlock.of(
                "$T.of(\n$>$>$S,\n$T.class,\n$S,\n$S)$L$<$<",
                RuntimeTypes.TASK_DEFINITION,
                method.name(),
                entryPoint.name(),
                method.signature(),
                entryPoint.fingerprint(),
                settings(entryPoint.settings()));
        return FieldSpec.builder(RuntimeTypes.TASK_DEFINITION, NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value)
                .build();
    }

    private static CodeBlock settings(LaunchSettings settings) {
        CodeBlock.Builder code = CodeBlock.builder();
        settings.processName().ifPresent(name -> code.add("\n.processName($L)", Literals.of(name)));
        settings.daemon().ifPresent(daemon -> code.add("\n.daemon($L)", daemon));
        settings.maxHeap().ifPresent(size -> code.add("\n.maxHeap($S)", size));
        if (!settings.jvmArgs().isEmpty()) {
            CodeBlock arguments = settings.jvmArgs().stream().map(Literals::of).collect(CodeBlock.joining(", "));
            code.add("\n.jvmArgs($L)", arguments);
        }
        settings.timeout().ifPresent(timeout -> code.add("\n.timeout($L)", duration(timeout)));
        return code.build();
    }

    private static CodeBlock duration(Duration duration) {
        return duration.getNano() == 0
                ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.getSeconds())
                : CodeBlock.of("$T.parse($S)", Duration.class, duration);
    }
}
