package dev.runinprocess.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.CodecRef;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.Parameter;
import dev.runinprocess.processor.model.TargetMethod;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The class nested in an entry point that holds a method's arguments, sends them and calls the method with them. */
final class BoundArguments {
    private static final String NAME = "Arguments";

    private BoundArguments() {}

    static ClassName nameIn(ClassName entryPoint) {
        return entryPoint.nestedClass(NAME);
    }

    static MethodSpec readMethod(EntryPointModel entryPoint) {
        // @Override
        // public Arguments read(ValueReader in) {
        //     return new Arguments(in.read(Codecs.uri()), in.read(Codecs.path()));
        // }
        List<CodeBlock> values =
                entryPoint.arguments().stream().map(CodecExpressions::read).toList();
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(nameIn(entryPoint.name()))
                .addParameter(RuntimeTypes.VALUE_READER, "in")
                .addStatement("return new $T($L)", nameIn(entryPoint.name()), ArgumentList.of(values))
                .build();
    }

    static TypeSpec write(LauncherShape shape, EntryPointModel entryPoint) {
        // /** The arguments of one call. */
        // static final class Arguments implements BoundTask<Path> {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The arguments of one call.\n")
                .addSuperinterface(shape.ofResult(RuntimeTypes.BOUND_TASK));
        List<Parameter> parameters = shape.parameters();
        parameters.forEach(
                parameter -> type.addField(parameter.type(), parameter.variable(), Modifier.PRIVATE, Modifier.FINAL));
        return type.addMethod(constructor(shape))
                .addMethod(writeMethod(parameters, entryPoint.arguments()))
                .addMethod(invoke(shape))
                .addMethod(entryPoint(shape, entryPoint))
                .addMethod(result(shape, entryPoint))
                .build();
    }

    private static MethodSpec constructor(LauncherShape shape) {
        // Arguments(Job job, Path target) {
        //     this.job = Objects.requireNonNull(job, "job");
        //     this.target = target;
        // }
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        shape.method()
                .receiver()
                .ifPresent(receiver -> constructor
                        .addParameter(receiver.type(), receiver.variable())
                        .addStatement("this.$1L = $2T.requireNonNull($1L, $1S)", receiver.variable(), Objects.class));
        for (Parameter parameter : shape.method().parameters()) {
            constructor
                    .addParameter(parameter.type(), parameter.variable())
                    .addStatement("this.$1L = $1L", parameter.variable());
        }
        return constructor.build();
    }

    private static MethodSpec writeMethod(List<Parameter> parameters, List<CodecRef> codecs) {
        // @Override
        // public void write(ValueWriter out) {
        //     out.write(Codecs.uri(), source);
        //     out.write(Codecs.path(), target);
        // }
        boolean taken =
                parameters.stream().anyMatch(parameter -> parameter.variable().equals("out"));
        String out = taken ? "writer" : "out";
        MethodSpec.Builder method = MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.VALUE_WRITER, out);
        IntStream.range(0, parameters.size())
                .mapToObj(i -> CodecExpressions.write(
                        out,
                        codecs.get(i),
                        CodeBlock.of("$L", qualified(parameters.get(i).variable(), out))))
                .forEach(method::addStatement);
        return method.build();
    }

    private static String qualified(String field, String local) {
        return field.equals(local) ? "this." + field : field;
    }

    private static MethodSpec invoke(LauncherShape shape) {
        // @Override
        // public Path invoke() throws IOException {
        //     return Transfers.download(source, target);
        // }
        TargetMethod target = shape.method();
        MethodSpec.Builder method = MethodSpec.methodBuilder("invoke")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(target.result().box())
                .addExceptions(List.copyOf(target.exceptions()));
        CodeBlock on = target.receiver()
                .map(receiver -> CodeBlock.of("$L", receiver.variable()))
                .orElseGet(() -> CodeBlock.of("$T", target.owner()));
        CodeBlock call = CodeBlock.of("$L.$L($L)", on, target.name(), LauncherShape.names(target.parameters()));
        if (shape.isVoid()) {
            return method.addStatement(call).addStatement("return null").build();
        }
        return method.addStatement("return $L", call).build();
    }

    private static MethodSpec entryPoint(LauncherShape shape, EntryPointModel entryPoint) {
        // @Override
        // public EntryPoint<Path> entryPoint() {
        //     return new DownloadEntryPoint();
        // }
        return MethodSpec.methodBuilder("entryPoint")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(shape.ofResult(RuntimeTypes.ENTRY_POINT))
                .addStatement("return new $T()", entryPoint.name())
                .build();
    }

    private static MethodSpec result(LauncherShape shape, EntryPointModel entryPoint) {
        // @Override
        // public Codec<Path> result() {
        //     return Codecs.path();
        // }
        return MethodSpec.methodBuilder("result")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(shape.ofResult(RuntimeTypes.CODEC))
                .addStatement("return $L", CodecExpressions.codec(entryPoint.result()))
                .build();
    }
}
