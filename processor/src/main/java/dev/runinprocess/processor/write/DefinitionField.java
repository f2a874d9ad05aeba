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
        //         "download", DownloadEntryPoint.class, "Path Transfers.download(URI source, Path target)", "5f0c…")
        //     .maxHeap("256m");
        CodeBlock.Builder value = CodeBlock.builder()
                .add(
                        "$T.of(\n$>$>$S,\n$T.class,\n$S,\n$S)$<",
                        RuntimeTypes.TASK_DEFINITION,
                        method.name(),
                        entryPoint.name(),
                        method.signature(),
                        entryPoint.fingerprint());
        addSettings(value, entryPoint.settings());
        return FieldSpec.builder(RuntimeTypes.TASK_DEFINITION, NAME)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(value.add("$<").build())
                .build();
    }

    private static void addSettings(CodeBlock.Builder value, LaunchSettings settings) {
        settings.processName().ifPresent(name -> value.add("\n.processName($S)", name));
        settings.daemon().ifPresent(daemon -> value.add("\n.daemon($L)", daemon));
        settings.maxHeap().ifPresent(size -> value.add("\n.maxHeap($S)", size));
        if (!settings.jvmArgs().isEmpty()) {
            CodeBlock arguments = settings.jvmArgs().stream()
                    .map(argument -> CodeBlock.of("$S", argument))
                    .collect(CodeBlock.joining(", "));
            value.add("\n.jvmArgs($L)", arguments);
        }
        settings.timeout().ifPresent(timeout -> value.add("\n.timeout($L)", duration(timeout)));
    }

    private static CodeBlock duration(Duration duration) {
        return duration.getNano() == 0
                ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.getSeconds())
                : CodeBlock.of("$T.parse($S)", Duration.class, duration);
    }
}
