package dev.runinprocess.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.Parameter;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code with()} and the class it returns: arguments by name. */
final class NamedArguments {
    private static final String NAME = "Arguments";

    private final LauncherShape shape;
    private final ClassName name;
    private final List<Parameter> parameters;
    private final String given;
    private final String options;

    NamedArguments(LauncherShape shape) {
        this.shape = shape;
        this.name = shape.name().nestedClass(NAME);
        this.parameters = shape.parameters();
        NameAllocator fields = new NameAllocator();
        parameters.forEach(parameter -> fields.newName(parameter.variable()));
        this.given = fields.newName("given");
        this.options = fields.newName("options");
    }

    void addTo(TypeSpec.Builder launcher) {
        // /** Names the arguments in any order. … */
        // public static Arguments with() {
        //     return new Arguments();
        // }
        launcher.addMethod(MethodSpec.methodBuilder("with")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Takes the arguments of $L by name, in any order.\n\n", shape.link())
                .addJavadoc("@return arguments for one launch, none of them given yet\n")
                .returns(name)
                .addStatement("return new $T()", name)
                .build());
        launcher.addType(type());
    }

    private TypeSpec type() {
        // /** The arguments of {@link Transfers#download(URI, Path)} by name, for one launch. */
        // public static final class Arguments {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The arguments of $L by name, for one launch.\n", shape.link())
                .addField(given());
        parameters.forEach(parameter -> type.addField(field(parameter)));
        type.addField(options())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        parameters.forEach(parameter -> type.addMethod(setter(parameter)));
        return type.addMethod(optionsSetter())
                .addMethod(start())
                .addMethod(process())
                .addMethod(invoke())
                .addMethod(call())
                .build();
    }

    private FieldSpec given() {
        // private final GivenArguments given = new GivenArguments("download", "source", "target");
        CodeBlock.Builder value = CodeBlock.builder()
                .add("new $T($S", RuntimeTypes.GIVEN_ARGUMENTS, shape.method().name());
        parameters.stream()
                .filter(parameter -> parameter.defaultValue().isEmpty() && !shape.isVarargs(parameter))
                .forEach(parameter -> value.add(", $S", parameter.name()));
        return FieldSpec.builder(RuntimeTypes.GIVEN_ARGUMENTS, given, Modifier.PRIVATE, Modifier.FINAL)
                .initializer(value.add(")").build())
                .build();
    }

    private FieldSpec field(Parameter parameter) {
        // private URI source;
        // private int retries = 3;
        FieldSpec.Builder field = FieldSpec.builder(parameter.type(), parameter.variable(), Modifier.PRIVATE);
        parameter.defaultValue().map(DefaultExpressions::of).ifPresent(field::initializer);
        if (shape.isVarargs(parameter)) {
            field.initializer(empty((ArrayTypeName) parameter.type()));
        }
        return field.build();
    }

    /** An array of generics can only be had from a method that takes any number of them. */
    private static CodeBlock empty(ArrayTypeName type) {
        return Reifiable.is(type) ? CodeBlock.of("{}") : CodeBlock.of("$T.none()", RuntimeTypes.GIVEN_ARGUMENTS);
    }

    private FieldSpec options() {
        // private ProcessOptions options = ProcessOptions.defaults();
        return FieldSpec.builder(RuntimeTypes.PROCESS_OPTIONS, options, Modifier.PRIVATE)
                .initializer("$T.defaults()", RuntimeTypes.PROCESS_OPTIONS)
                .build();
    }

    private MethodSpec setter(Parameter parameter) {
        // public Arguments source(URI source) {
        //     given.give("source");
        //     this.source = source;
        //     return this;
        // }
        MethodSpec.Builder method = MethodSpec.methodBuilder(parameter.name())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Gives {@code $L}.\n\n", parameter.name())
                .addJavadoc("@param $L $L\n", parameter.variable(), parameter.description())
                .addJavadoc("@return this\n")
                .returns(name)
                .addParameter(parameter.type(), parameter.variable());
        if (shape.isVarargs(parameter)) {
            shape.declareVarargs(method);
            shape.passesVarargs(method);
            if (!Reifiable.is(parameter.type())) {
                method.addModifiers(Modifier.FINAL); // @SafeVarargs asks for it, even in a final class
            }
        }
        return method.addStatement("$L.give($S)", given, parameter.name())
                .addStatement("this.$1L = $1L", parameter.variable())
                .addStatement("return this")
                .build();
    }

    private MethodSpec optionsSetter() {
        // public Arguments options(ProcessOptions options) {
        //     this.options = options;
        //     return this;
        // }
        return MethodSpec.methodBuilder("options")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sets the options of this launch, which override the annotation.\n\n")
                .addJavadoc("@param options the options\n")
                .addJavadoc("@return this\n")
                .returns(name)
                .addParameter(RuntimeTypes.PROCESS_OPTIONS, "options")
                .addStatement("this.$L = options", options)
                .addStatement("return this")
                .build();
    }

    private MethodSpec start() {
        // public ChildProcess<Path> start() {
        //     return call().start();
        // }
        return last("start", "Starts a child JVM with these arguments")
                .addJavadoc("@return the child, which is running\n")
                .returns(shape.ofResult(RuntimeTypes.CHILD_PROCESS))
                .addStatement("return call().start()")
                .build();
    }

    private MethodSpec process() {
        // public ChildProcess<Path> process() {
        //     return call().process();
        // }
        return last("process", "Prepares a child JVM with these arguments")
                .addJavadoc("@return the child, which is yet to be started\n")
                .returns(shape.ofResult(RuntimeTypes.CHILD_PROCESS))
                .addStatement("return call().process()")
                .build();
    }

    private MethodSpec invoke() {
        // public Path invoke() throws IOException, InterruptedException, ChildDiedException {
        //     return DownloadLauncher.await(call());
        // }
        MethodSpec.Builder method = last("invoke", "Starts a child JVM with these arguments, and waits for its result");
        AwaitMethod.declareWaiting(method, shape);
        return method.addStatement("$L$T.await(call())", shape.isVoid() ? "" : "return ", shape.name())
                .build();
    }

    private MethodSpec call() {
        // public Call<Path> call() {
        //     given.complete();
        //     return DownloadLauncher.call(source, target).options(options);
        // }
        return last("call", "Binds these arguments, to launch with them any number of times")
                .addJavadoc("@return the call, which can run any number of times\n")
                .returns(shape.ofResult(RuntimeTypes.CALL))
                .addStatement("$L.complete()", given)
                .addStatement("return $T.call($L).options($L)", shape.name(), LauncherShape.names(parameters), options)
                .build();
    }

    private static MethodSpec.Builder last(String name, String purpose) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L. A missing argument is named in the exception.\n\n", purpose);
    }
}
