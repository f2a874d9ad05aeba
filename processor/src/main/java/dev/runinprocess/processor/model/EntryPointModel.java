package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * An entry point to generate.
 *
 * @param arguments how each argument travels, the receiver first
 * @param result how the result travels
 * @param codecs the codecs nested in it
 * @param lintKeys what has to be suppressed because the method or a type on the way is deprecated
 */
public record EntryPointModel(
        ClassName name,
        LaunchSettings settings,
        String fingerprint,
        List<CodecRef> arguments,
        CodecRef result,
        List<CodecModel> codecs,
        List<String> lintKeys) {
    /** Copies the lists. */
    public EntryPointModel {
        arguments = List.copyOf(arguments);
        codecs = List.copyOf(codecs);
        lintKeys = List.copyOf(lintKeys);
    }
}
