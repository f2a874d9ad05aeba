package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A launcher to generate.
 *
 * @param lintKeys what has to be suppressed because the signature names something deprecated
 * @param entryPoint what runs in the child; absent if a problem was reported and the launcher is only written so that
 *     other code finds it
 */
public record LauncherModel(
        Placement placement,
        ClassName name,
        boolean isPublic,
        TargetMethod method,
        Optional<Deprecation> deprecation,
        List<String> lintKeys,
        Optional<EntryPointModel> entryPoint) {
    /** Copies the list. */
    public LauncherModel {
        lintKeys = List.copyOf(lintKeys);
    }
}
