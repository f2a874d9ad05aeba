package dev.runinprocess.processor.read;

import dev.runinprocess.processor.model.CodecRef;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A valid {@code @UseCodec} or {@code @UseJavaSerialization}.
 *
 * @param typeText the type it is for, in full
 * @param codec how such values travel
 * @param access what generated code names: the constructor or the constant of the user's codec, or the classes that are serialized
 * @param structure what the fingerprint takes in
 */
record CodecMark(
        Attributes source, TypeMirror type, String typeText, CodecRef codec, List<Element> access, String structure) {}
