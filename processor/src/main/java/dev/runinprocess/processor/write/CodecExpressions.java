package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.processor.model.CodecRef;

/** Expressions that get a codec, write a value or read one. */
final class CodecExpressions {
    private CodecExpressions() {}

    static CodeBlock codec(CodecRef ref) {
        if (ref instanceof CodecRef.BuiltIn builtIn) {
            return CodeBlock.of(
                    "$T.$L($L)",
                    builtIn.holder(),
                    builtIn.factory(),
                    builtIn.codecs().stream().map(CodecExpressions::codec).collect(CodeBlock.joining(", ")));
        } else if (ref instanceof CodecRef.OfArray array) {
            return CodeBlock.of(
                    "$T.arrayOf($L, $T.class)", RuntimeTypes.CODECS, codec(array.element()), array.component());
        } else if (ref instanceof CodecRef.OfClass bounded) {
            return CodeBlock.of(
                    "$T.<$T>within($T.class)", RuntimeTypes.BOUNDED_CLASS, bounded.declared(), bounded.bound());
        } else if (ref instanceof CodecRef.OfEnum constants) {
            return CodeBlock.of("$T.enumOf($T.values())", RuntimeTypes.CODECS, constants.type());
        } else if (ref instanceof CodecRef.OfEnumSet set) {
            return CodeBlock.of("$T.enumSetOf($T.class)", RuntimeTypes.CODECS, set.element());
        } else if (ref instanceof CodecRef.OfEnumMap map) {
            return CodeBlock.of("$T.enumMapOf($T.class, $L)", RuntimeTypes.CODECS, map.key(), codec(map.value()));
        } else if (ref instanceof CodecRef.Instance instance) {
            return CodeBlock.of("$T.INSTANCE", instance.codec());
        } else if (ref instanceof CodecRef.Constructed constructed) {
            return CodeBlock.of("new $T()", constructed.codec());
        } else if (ref instanceof CodecRef.Serialized serialized) {
            return serialized(serialized);
        } else if (ref instanceof CodecRef.Widened widened) {
            return CodeBlock.of("$T.<$T>of($L)", RuntimeTypes.WIDENING, widened.declared(), codec(widened.codec()));
        }
        throw new IllegalArgumentException("no codec object stands for " + ref);
    }

    private static CodeBlock serialized(CodecRef.Serialized serialized) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.javaSerialization($T.class", RuntimeTypes.CODECS, serialized.type());
        serialized.allowed().forEach(type -> code.add(", $T.class", type));
        return code.add(")").build();
    }

    /** {@code out.write(Codecs.uri(), source)} or {@code out.writeInt(retries)}. */
    static CodeBlock write(String out, CodecRef ref, CodeBlock value) {
        return ref instanceof CodecRef.Primitive primitive
                ? CodeBlock.of("$L.write$L($L)", out, nameOf(primitive.type()), value)
                : CodeBlock.of("$L.write($L, $L)", out, codec(ref), value);
    }

    /** {@code in.read(Codecs.uri())} or {@code in.readInt()}. */
    static CodeBlock read(CodecRef ref) {
        return ref instanceof CodecRef.Primitive primitive
                ? CodeBlock.of("in.read$L()", nameOf(primitive.type()))
                : CodeBlock.of("in.read($L)", codec(ref));
    }

    private static String nameOf(TypeName primitive) {
        String name = primitive.toString();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
