package dev.runinprocess.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.runinprocess.processor.model.LauncherModel;
import dev.runinprocess.processor.model.Parameter;
import dev.runinprocess.processor.model.TargetMethod;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the members of one launcher have in common. */
record LauncherShape(LauncherModel launcher) {

    TargetMethod method() {
        return launcher.method();
    }

    ClassName name() {
        return launcher.name();
    }

    /** The parameters of a positional call: the receiver first. */
    List<Parameter> parameters() {
        return Stream.concat(method().receiver().stream(), method().parameters().stream())
                .toList();
    }

    boolean isVoid() {
        return method().result().equals(TypeName.VOID);
    }

    /** {@code Call<Path>} and the like. */
    TypeName ofResult(ClassName generic) {
        return ParameterizedTypeName.get(generic, method().result().box());
    }

    /** A Javadoc link to the method. */
    CodeBlock link() {
        CodeBlock types = method().erasures().stream()
                .map(type -> CodeBlock.of("$T", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("{@link $T#$L($L)}", method().owner(), method().name(), types);
    }

    /** Declares the last parameter to take any number of values. */
    void declareVarargs(MethodSpec.Builder builder) {
        builder.varargs();
        safeVarargs(builder);
    }

    /** Declares the first {@code count} parameters of a positional call, with their Javadoc. */
    void declareParameters(MethodSpec.Builder builder, int count) {
        for (Parameter parameter : parameters().subList(0, count)) {
            builder.addParameter(ParameterSpec.builder(parameter.type(), parameter.variable())
                    .build());
            builder.addJavadoc("@param $L $L\n", parameter.variable(), parameter.description());
        }
        if (method().varargs() && count == parameters().size()) {
            declareVarargs(builder);
        }
    }

    /** Without it, {@code List<String>... lists} warns of heap pollution; nothing here stores into the array. */
    private void safeVarargs(MethodSpec.Builder builder) {
        if (!Reifiable.is(last(parameters()).type())) {
            builder.addAnnotation(SafeVarargs.class);
        }
    }

    /** The same for a method that hands the array on as an array. */
    void passesVarargs(MethodSpec.Builder builder) {
        if (method().varargs() && !Reifiable.is(last(parameters()).type())) {
            builder.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "varargs")
                    .build());
        }
    }

    /** {@code source, target}. */
    static String names(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::variable).collect(Collectors.joining(", "));
    }

    boolean isVarargs(Parameter parameter) {
        return method().varargs() && parameter.equals(last(parameters()));
    }

    static TypeName componentOf(Parameter varargs) {
        return ((ArrayTypeName) varargs.type()).componentType();
    }

    /** What {@code invoke} can throw: the method's own exceptions, and the two of waiting. */
    List<TypeName> exceptionsOfWaiting() {
        Stream<TypeName> own = method().exceptions().stream().map(TypeName.class::cast);
        return Stream.concat(own, Stream.of(ClassName.get(InterruptedException.class), RuntimeTypes.CHILD_DIED))
                .distinct()
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
