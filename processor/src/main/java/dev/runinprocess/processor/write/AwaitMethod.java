package dev.runinprocess.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.concurrent.ExecutionException;
import javax.lang.model.element.Modifier;

/** The waiting of both {@code invoke} methods, which throws what the method itself declares. */
final class AwaitMethod {
    private final LauncherShape shape;

    AwaitMethod(LauncherShape shape) {
        this.shape = shape;
    }

    void addTo(TypeSpec.Builder type) {
        // private static Path await(Call<Path> call) throws IOException, InterruptedException, ChildDiedException {
        //     try {
        //         return call.await();
        //     } catch (ExecutionException e) {
        //         Outcomes.throwIf(IOException.class, e);
        //         throw Outcomes.unchecked(e);
        //     }
        // }
        MethodSpec.Builder method = MethodSpec.methodBuilder("await")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(shape.method().result())
                .addParameter(shape.ofResult(RuntimeTypes.CALL), "call")
                .addExceptions(shape.exceptionsOfWaiting())
                .beginControlFlow("try")
                .addStatement("$Lcall.await()", shape.isVoid() ? "" : "return ")
                .nextControlFlow("catch ($T e)", ExecutionException.class);
        for (ClassName exception : shape.method().exceptions()) {
            method.addStatement("$T.throwIf($T.class, e)", RuntimeTypes.OUTCOMES, exception);
        }
        type.addMethod(method.addStatement("throw $T.unchecked(e)", RuntimeTypes.OUTCOMES)
                .endControlFlow()
                .build());
    }

    /** Result, exceptions and Javadoc of a method that waits. */
    static void declareWaiting(MethodSpec.Builder method, LauncherShape shape) {
        method.returns(shape.method().result()).addExceptions(shape.exceptionsOfWaiting());
        if (!shape.isVoid()) {
            method.addJavadoc("@return the result\n");
        }
        for (TypeName exception : shape.exceptionsOfWaiting()) {
            method.addJavadoc("@throws $T $L\n", exception, reason(exception));
        }
    }

    private static String reason(TypeName exception) {
        if (exception.equals(RuntimeTypes.CHILD_DIED)) {
            return "if the child ends without a result";
        }
        return exception.equals(ClassName.get(InterruptedException.class))
                ? "if this thread is interrupted, which ends the child"
                : "if the method throws it";
    }
}
