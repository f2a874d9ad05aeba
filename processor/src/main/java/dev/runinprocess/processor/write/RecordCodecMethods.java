package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.CodecModel;
import java.util.List;

/** A record's components, in order; the constructor of the record puts them together again. */
final class RecordCodecMethods {
    private RecordCodecMethods() {}

    static void addTo(TypeSpec.Builder type, CodecModel.OfRecord codec) {
        type.addMethod(write(codec)).addMethod(read(codec));
    }

    private static MethodSpec write(CodecModel.OfRecord codec) {
        // public void write(ValueWriter out, Job value) {
        //     out.write(Codecs.string(), value.name());
        //     out.writeInt(value.retries());
        // }
        MethodSpec.Builder method = CodecWriter.writeMethod(codec.type());
        for (CodecModel.Component component : codec.components()) {
            CodeBlock value = CodeBlock.of("value.$L()", component.name());
            method.addStatement(CodecExpressions.write("out", component.codec(), value));
        }
        return method.build();
    }

    private static MethodSpec read(CodecModel.OfRecord codec) {
        // public Job read(ValueReader in) {
        //     return new Job(in.read(Codecs.string()), in.readInt());
        // }
        List<CodeBlock> values = codec.components().stream()
                .map(component -> CodecExpressions.read(component.codec()))
                .toList();
        return CodecWriter.readMethod(codec.type())
                .addStatement("return new $T($L)", codec.type(), ArgumentList.of(values))
                .build();
    }
}
