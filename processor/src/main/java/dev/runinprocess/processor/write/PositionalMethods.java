package dev.runinprocess.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.DefaultValue;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.Parameter;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** {@code start}, {@code process}, {@code invoke} and {@code call}, each once more without each trailing default. */
final class PositionalMethods {
    private final LauncherShape shape;
    private final List<Parameter> parameters;

    PositionalMethods(LauncherShape shape) {
        this.shape = shape;
        this.parameters = shape.parameters();
    }

    void addTo(TypeSpec.Builder type) {
        for (int count = parameters.size(); count >= shortest(); count--) {
            type.addMethod(start(count));
        }
        for (int count = parameters.size(); count >= shortest(); count--) {
            type.addMethod(process(count));
        }
        for (int count = parameters.size(); count >= shortest(); count--) {
            type.addMethod(invoke(count));
        }
        for (int count = parameters.size(); count >= shortest(); count--) {
            type.addMethod(count == parameters.size() ? call() : callWithDefault(count));
        }
    }

    /** The number of parameters before the trailing defaults. */
    private int shortest() {
        int count = parameters.size();
        while (count > 0 && parameters.get(count - 1).defaultValue().isPresent()) {
            count--;
        }
        return count;
    }

    private MethodSpec start(int count) {
        // public static ChildProcess<Path> start(URI source, Path target) {
        //     return call(source, target).start();
        // }
        return method("start", count, "Starts a child JVM that runs $L")
                .addJavadoc("@return the child, which is running\n")
                .returns(shape.ofResult(RuntimeTypes.CHILD_PROCESS))
                .addStatement("return call($L).start()", names(count))
                .build();
    }

    private MethodSpec process(int count) {
        // public static ChildProcess<Path> process(URI source, Path target) {
        //     return call(source, target).process();
        // }
        return method("process", count, "Prepares a child JVM that will run $L")
                .addJavadoc("@return the child, which is yet to be started\n")
                .returns(shape.ofResult(RuntimeTypes.CHILD_PROCESS))
                .addStatement("return call($L).process()", names(count))
                .build();
    }

    private MethodSpec invoke(int count) {
        // public static Path invoke(URI source, Path target)
        //         throws IOException, InterruptedException, ChildDiedException {
        //     return await(call(source, target));
        // }
        MethodSpec.Builder method =
                method("invoke", count, "Starts a child JVM that runs $L, and waits for its result");
        AwaitMethod.declareWaiting(method, shape);
        return method.addStatement("$Lawait(call($L))", shape.isVoid() ? "" : "return ", names(count))
                .build();
    }

    private MethodSpec call() {
        // public static Call<Path> call(URI source, Path target) {
        //     return Call.of(DEFINITION, new DownloadEntryPoint.Arguments(source, target));
        // }
        Optional<EntryPointModel> entryPoint = shape.launcher().entryPoint();
        CodeBlock body = entryPoint.isPresent()
                ? CodeBlock.of(
                        "return $T.of($L, new $T($L))",
                        RuntimeTypes.CALL,
                        DefinitionField.NAME,
                        BoundArguments.nameIn(entryPoint.get().name()),
                        names(parameters.size()))
                : CodeBlock.of("throw new $T($S)", IllegalStateException.class, "the method has errors");
        MethodSpec.Builder method = binding(parameters.size());
        shape.passesVarargs(method);
        return method.addStatement(body).build();
    }

    private MethodSpec callWithDefault(int count) {
        // public static Call<Long> call(Path file, URI target) {
        //     return call(file, target, 3);
        // }
        DefaultValue missing = parameters.get(count).defaultValue().orElseThrow();
        String given = count == 0 ? "" : names(count) + ", ";
        return binding(count)
                .addStatement("return call($L$L)", given, DefaultExpressions.of(missing))
                .build();
    }

    private MethodSpec.Builder binding(int count) {
        return method("call", count, "Binds arguments to $L, to launch it with options or several times")
                .addJavadoc("@return the call, which can run any number of times\n")
                .returns(shape.ofResult(RuntimeTypes.CALL));
    }

    private MethodSpec.Builder method(String name, int count, String purpose) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(purpose, shape.link())
                .addJavadoc("$L.\n\n", count == parameters.size() ? "" : leftOut(count));
        shape.declareParameters(method, count);
        return method;
    }

    /** {@code , with the default of retries}. */
    private String leftOut(int count) {
        List<Parameter> missing = parameters.subList(count, parameters.size());
        List<String> names = missing.stream()
                .map(parameter -> "{@code " + parameter.name() + "}")
                .toList();
        String listed = String.join(", ", names);
        return (names.size() == 1 ? ", with the default of " : ", with the defaults of ") + listed;
    }

    private String names(int count) {
        return LauncherShape.names(parameters.subList(0, count));
    }
}
