package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.CodecModel;
import java.util.List;

/** Which member of the family it is, then the member. */
final class FamilyCodecMethods {
    private FamilyCodecMethods() {}

    static void addTo(TypeSpec.Builder type, CodecModel.OfFamily codec) {
        type.addMethod(write(codec)).addMethod(read(codec));
    }

    private static MethodSpec write(CodecModel.OfFamily codec) {
        // public void write(ValueWriter out, Shape value) {
        //     if (value instanceof Circle circle) {
        //         out.writeOrdinal(0);
        //         CircleCodec.INSTANCE.write(out, circle);
        //     } else {
        //         out.writeOrdinal(1);
        //         SquareCodec.INSTANCE.write(out, (Square) value);
        //     }
        // }
        MethodSpec.Builder method = CodecWriter.writeMethod(codec.type());
        List<CodecModel.Member> members = codec.members();
        int last = members.size() - 1;
        for (int i = 0; i < last; i++) {
            CodecModel.Member member = members.get(i);
            String test = i == 0 ? "if (value instanceof $T $L)" : "else if (value instanceof $T $L)";
            begin(method, i, test, member.type(), member.variable());
            method.addStatement("out.writeOrdinal($L)", i)
                    .addStatement("$L.write(out, $L)", CodecExpressions.codec(member.codec()), member.variable());
        }
        if (last > 0) {
            method.nextControlFlow("else");
        }
        method.addStatement("out.writeOrdinal($L)", last)
                .addStatement(
                        "$L.write(out, ($T) value)",
                        CodecExpressions.codec(members.get(last).codec()),
                        members.get(last).type());
        if (last > 0) {
            method.endControlFlow();
        }
        return method.build();
    }

    private static void begin(MethodSpec.Builder method, int place, String test, Object... facts) {
        if (place == 0) {
            method.beginControlFlow(test, facts);
        } else {
            method.nextControlFlow(test, facts);
        }
    }

    private static MethodSpec read(CodecModel.OfFamily codec) {
        // public Shape read(ValueReader in) {
        //     return switch (in.readOrdinal(2)) {
        //         case 0 -> CircleCodec.INSTANCE.read(in);
        //         default -> SquareCodec.INSTANCE.read(in);
        //     };
        // }
        List<CodecModel.Member> members = codec.members();
        int last = members.size() - 1;
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int i = 0; i < last; i++) {
            cases.add(
                    "case $L -> $L.read(in);\n",
                    i,
                    CodecExpressions.codec(members.get(i).codec()));
        }
        cases.add(
                "default -> $L.read(in);\n",
                CodecExpressions.codec(members.get(last).codec()));
        return CodecWriter.readMethod(codec.type())
                .addCode("return switch (in.readOrdinal($L)) {\n$>", members.size())
                .addCode(cases.build())
                .addCode("$<};\n")
                .build();
    }
}
