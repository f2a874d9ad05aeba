package dev.runinprocess.processor.read;

import dev.runinprocess.processor.diagnostics.Problems;

/**
 * What is shared while the codecs of one generated file are looked for.
 *
 * @param problems where mistakes go
 * @param structure the shape of all that was met
 * @param marks the user's codecs
 */
record Search(Compilation compilation, Problems problems, Structure structure, CodecMarkReader marks) {
    static Search begin(Compilation compilation, Problems problems) {
        return begin(compilation, problems, new Structure());
    }

    static Search begin(Compilation compilation, Problems problems, Structure structure) {
        return new Search(compilation, problems, structure, new CodecMarkReader(compilation, problems));
    }
}
