package dev.runinprocess.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The codec of a type marked {@code @Transferable}, with the codecs nested in it.
 *
 * @param lintKeys what has to be suppressed because a type on the way is deprecated
 */
public record TransferableModel(
        Placement placement,
        boolean isPublic,
        CodecModel codec,
        List<CodecModel> nested,
        Optional<Deprecation> deprecation,
        List<String> lintKeys) {
    /** Copies the lists. */
    public TransferableModel {
        nested = List.copyOf(nested);
        lintKeys = List.copyOf(lintKeys);
    }
}
