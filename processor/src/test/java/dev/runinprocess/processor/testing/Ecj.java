package dev.runinprocess.processor.testing;

import dev.runinprocess.processor.RunInProcessProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.core.compiler.CompilationProgress;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Compiles with Eclipse's compiler, which loads the processor from a path of its own as builds do. */
public final class Ecj {
    private Ecj() {}

    /** Compiles what has nothing wrong with it, in a directory that is the caller's to remove. */
    public static CompiledProgram program(List<JavaFileObject> sources, Path directory) {
        try {
            Path classes = Files.createDirectories(directory.resolve("classes"));
            Path generated = Files.createDirectories(directory.resolve("generated"));
            List<String> arguments = new ArrayList<>(options(classes, generated));
            for (JavaFileObject source : sources) {
                arguments.add(write(source, directory.resolve("sources")).toString());
            }
            compile(arguments);
            return new CompiledProgram(texts(generated), classes(classes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> options(Path classes, Path generated) {
        String classPath = System.getProperty("java.class.path");
        return List.of(
                "-17",
                "-proceedOnError",
                "-warn:none",
                "-parameters",
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-processor",
                RunInProcessProcessor.class.getName(),
                "-s",
                generated.toString(),
                "-d",
                classes.toString());
    }

    private static Path write(JavaFileObject source, Path directory) throws IOException {
        Path file = directory.resolve(source.toUri().getPath().substring(1));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source.getCharContent(false));
    }

    private static void compile(List<String> arguments) {
        StringWriter log = new StringWriter();
        PrintWriter out = new PrintWriter(log);
        CompilationProgress noProgress = null;
        boolean successful = BatchCompiler.compile(arguments.toArray(String[]::new), out, out, noProgress);
        if (!successful || log.toString().contains("ERROR")) {
            throw new AssertionError("ecj says:\n" + log);
        }
    }

    private static SortedMap<String, String> texts(Path directory) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Path file : files(directory)) {
            texts.put(directory.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    private static Map<String, byte[]> classes(Path directory) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Path file : files(directory)) {
            String path = directory.relativize(file).toString();
            String name = path.substring(0, path.length() - ".class".length());
            classes.put(name.replace('/', '.'), Files.readAllBytes(file));
        }
        return classes;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
