package dev.runinprocess.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** How generated code gets the codec of one value. */
public sealed interface CodecRef {
    /** A primitive, which {@code ValueWriter} and {@code ValueReader} pass without a codec. */
    record Primitive(TypeName type) implements CodecRef {}

    /** A factory method of the runtime, such as {@code Codecs.mapOf(key, value)}. */
    record BuiltIn(ClassName holder, String factory, List<CodecRef> codecs) implements CodecRef {
        /** Copies the list. */
        public BuiltIn {
            codecs = List.copyOf(codecs);
        }
    }

    /** Classes, of which the type argument promises that they are subclasses of {@code bound}. */
    record OfClass(TypeName declared, TypeName bound) implements CodecRef {}

    /** An array of objects; {@code component} is the class of its elements, without type arguments. */
    record OfArray(CodecRef element, TypeName component) implements CodecRef {}

    /** A set of enum constants. */
    record OfEnumSet(TypeName element) implements CodecRef {}

    /** A map from enum constants. */
    record OfEnumMap(TypeName key, CodecRef value) implements CodecRef {}

    /** The constants of an enum. */
    record OfEnum(TypeName type) implements CodecRef {}

    /** A codec class with a constant {@code INSTANCE}: a generated one, or a user's. */
    record Instance(ClassName codec) implements CodecRef {}

    /** A user's codec class with a constructor without parameters. */
    record Constructed(ClassName codec) implements CodecRef {}

    /** Java serialization of {@code type}, whose object graph may hold {@code allowed} besides. */
    record Serialized(TypeName type, List<TypeName> allowed) implements CodecRef {
        /** Copies the list. */
        public Serialized {
            allowed = List.copyOf(allowed);
        }
    }

    /** A codec of {@code List<Shape>} in the place of {@code List<? extends Shape>}. */
    record Widened(TypeName declared, CodecRef codec) implements CodecRef {}
}
