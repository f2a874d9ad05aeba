package dev.runinprocess.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.TransferableModel;
import javax.lang.model.element.Modifier;

/** Writes codec classes: nested in an entry point, or beside a type marked {@code @Transferable}. */
public final class CodecWriter {
    private CodecWriter() {}

    /** The file of a marked type's codec. */
    public static JavaFile write(TransferableModel transferable) {
        CodecModel codec = transferable.codec();

        // /** Values of {@link Job} as bytes. Generated from it: edit that, since edits here are lost. */
        // public final class JobCodec implements Codec<Job> {
        //     /** The one instance, which has no state. */
        //     public static final JobCodec INSTANCE = new JobCodec();
        TypeSpec.Builder type = type(codec)
                .addJavadoc(
                        "Values of {@link $T} as bytes. Generated from it: edit that, since edits here are lost.\n",
                        rawType(codec.type()));
        if (transferable.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addModifiers(Modifier.FINAL);
        transferable.deprecation().map(SourceFiles::deprecated).ifPresent(type::addAnnotation);
        type.addField(instance(codec)
                .addModifiers(Modifier.PUBLIC)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The one instance, which has no state.\n")
                .build());
        transferable.nested().forEach(nested -> type.addType(nested(nested)));
        return SourceFiles.of(
                transferable.placement(), type, rawType(codec.type()).simpleName(), transferable.lintKeys());
    }

    static TypeSpec nested(CodecModel codec) {
        // private static final class JobCodec implements Codec<Job> {
        //     static final JobCodec INSTANCE = new JobCodec();
        return type(codec)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addField(instance(codec)
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .build())
                .build();
    }

    private static TypeSpec.Builder type(CodecModel codec) {
        TypeSpec.Builder type = TypeSpec.classBuilder(codec.name())
                .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.CODEC, codec.type()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        if (codec instanceof CodecModel.OfRecord ofRecord) {
            RecordCodecMethods.addTo(type, ofRecord);
        } else if (codec instanceof CodecModel.OfFamily ofFamily) {
            FamilyCodecMethods.addTo(type, ofFamily);
        } else {
            EnumCodecMethods.addTo(type, codec.type());
        }
        return type;
    }

    private static FieldSpec.Builder instance(CodecModel codec) {
        return FieldSpec.builder(codec.name(), "INSTANCE").initializer("new $T()", codec.name());
    }

    private static ClassName rawType(TypeName type) {
        return type instanceof ParameterizedTypeName generic ? generic.rawType() : (ClassName) type;
    }

    /** {@code public void write(ValueWriter out, Job value)}. */
    static MethodSpec.Builder writeMethod(TypeName type) {
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.VALUE_WRITER, "out")
                .addParameter(type, "value");
    }

    /** {@code public Job read(ValueReader in)}. */
    static MethodSpec.Builder readMethod(TypeName type) {
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addParameter(RuntimeTypes.VALUE_READER, "in");
    }
}
