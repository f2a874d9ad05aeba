package dev.runinprocess.processor.read;

import dev.runinprocess.processor.model.CodecRef;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A {@code @UseCodec} or {@code @UseJavaSerialization}.
 *
 * @param typeText the type it is for, in full
 * @param codec how such values travel; absent if the mark is wrong, which is reported at the mark alone
 * @param access what generated code names: the constructor or the constant of the user's codec, or the classes that are serialized
 * @param structure what the fingerprint takes in
 */
record CodecMark(
        Attributes source,
        TypeMirror type,
        String typeText,
        Optional<CodecRef> codec,
        List<Element> access,
        String structure) {

    static CodecMark valid(Attributes source, TypeMirror type, CodecRef codec, List<Element> access, String how) {
        String typeText = TypeText.full(type);
        return new CodecMark(source, type, typeText, Optional.of(codec), access, typeText + " by " + how);
    }

    static CodecMark wrong(Attributes source, TypeMirror type) {
        return new CodecMark(source, type, TypeText.full(type), Optional.empty(), List.of(), "");
    }
}
