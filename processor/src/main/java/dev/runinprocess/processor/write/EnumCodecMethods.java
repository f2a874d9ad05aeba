package dev.runinprocess.processor.write;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/** An enum's constants, by the runtime's codec for them. */
final class EnumCodecMethods {
    private EnumCodecMethods() {}

    static void addTo(TypeSpec.Builder type, TypeName constants) {
        // public void write(ValueWriter out, Color value) {
        //     Codecs.enumOf(Color.values()).write(out, value);
        // }
        type.addMethod(CodecWriter.writeMethod(constants)
                .addStatement("$T.enumOf($T.values()).write(out, value)", RuntimeTypes.CODECS, constants)
                .build());

        // public Color read(ValueReader in) {
        //     return Codecs.enumOf(Color.values()).read(in);
        // }
        type.addMethod(CodecWriter.readMethod(constants)
                .addStatement("return $T.enumOf($T.values()).read(in)", RuntimeTypes.CODECS, constants)
                .build());
    }
}
