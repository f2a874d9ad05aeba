package dev.runinprocess.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.runinprocess.processor.model.LauncherModel;
import javax.lang.model.element.Modifier;

/** Writes launchers: the typed way to start a method. */
public final class LauncherWriter {
    private LauncherWriter() {}

    /** The launcher's file. */
    public static JavaFile write(LauncherModel launcher) {
        LauncherShape shape = new LauncherShape(launcher);

        // /** Runs {@link Transfers#download(URI, Path)} in a child JVM. Generated from it; edit it instead. */
        // public final class DownloadLauncher {
        TypeSpec.Builder type = TypeSpec.classBuilder(launcher.name())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(
                        "Runs $L in a child JVM.\nGenerated from it: edit that, since edits here are lost.\n",
                        shape.link());
        if (launcher.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        launcher.deprecation().map(SourceFiles::deprecated).ifPresent(type::addAnnotation);
        launcher.entryPoint()
                .ifPresent(entryPoint -> type.addField(DefinitionField.write(launcher.method(), entryPoint)));

        // private DownloadLauncher() {}
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        new PositionalMethods(shape).addTo(type);
        new AwaitMethod(shape).addTo(type);
        new NamedArguments(shape).addTo(type);
        String source =
                launcher.method().owner().simpleName() + "." + launcher.method().name();
        return SourceFiles.of(launcher.placement(), type, source, launcher.lintKeys());
    }
}
