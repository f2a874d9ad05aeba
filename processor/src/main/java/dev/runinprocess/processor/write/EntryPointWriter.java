package dev.runinprocess.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.CodecModel;
import dev.runinprocess.processor.model.EntryPointModel;
import dev.runinprocess.processor.model.LauncherModel;
import javax.lang.model.element.Modifier;

/**
 * Writes entry points. They run in a JVM that has just begun: what they use costs its start-up time, so they use no
 * lambdas, no records, no string concatenation and no switch over an enum.
 */
public final class EntryPointWriter {
    private EntryPointWriter() {}

    /** The entry point's file. */
    public static JavaFile write(LauncherModel launcher, EntryPointModel entryPoint) {
        LauncherShape shape = new LauncherShape(launcher);

        // /** The child JVM's entry point for {@link Transfers#download(URI, Path)}: its main runs there. … */
        // final class DownloadEntryPoint implements EntryPoint<Path> {
        TypeSpec.Builder type = TypeSpec.classBuilder(entryPoint.name())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "The child JVM's entry point for $L:\nof all {@code main} methods, this one runs there."
                                + " Generated: edits here are lost.\n",
                        shape.link())
                .addSuperinterface(shape.ofResult(RuntimeTypes.ENTRY_POINT))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(main(entryPoint))
                .addMethod(constant("signature", launcher.method().signature()))
                .addMethod(constant("fingerprint", entryPoint.fingerprint()))
                .addMethod(BoundArguments.readMethod(entryPoint))
                .addType(BoundArguments.write(shape, entryPoint));
        for (CodecModel codec : entryPoint.codecs()) {
            type.addType(CodecWriter.nested(codec));
        }
        String source =
                launcher.method().owner().simpleName() + "." + launcher.method().name();
        return SourceFiles.of(launcher.placement(), type, source, entryPoint.lintKeys());
    }

    private static MethodSpec main(EntryPointModel entryPoint) {
        // public static void main(String[] args) throws Throwable {
        //     ChildMain.run(new DownloadEntryPoint(), args);
        // }
        return MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Runs the task that the parent sends.\n\n")
                .addJavadoc("@param args what the parent passes on the command line\n")
                .addJavadoc("@throws Throwable what the task throws\n")
                .addParameter(String[].class, "args")
                .addException(Throwable.class)
                .addStatement("$T.run(new $T(), args)", RuntimeTypes.CHILD_MAIN, entryPoint.name())
                .build();
    }

    private static MethodSpec constant(String name, String value) {
        // @Override
        // public String signature() {
        //     return "Path Transfers.download(URI source, Path target)";
        // }
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.get(String.class))
                .addStatement("return $S", value)
                .build();
    }
}
