package dev.runinprocess.processor.testing;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.runinprocess.processor.RunInProcessProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles with javac and the processor, as strictly as a user could. */
public final class Javac {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:package [\\w.]+; )?(?:[\\w-]+ |@[\\w.]+(?:\\(.*\\))? )*(?:class|record|@?interface|enum) (\\w+)");

    private Javac() {}

    /** A source file; its name follows from its package and its first type. */
    public static JavaFileObject source(String text) {
        Matcher type = TYPE.matcher(text);
        return source(text, type.find() ? type.group(1) + ".java" : "package-info.java");
    }

    static JavaFileObject source(String text, String fileName) {
        Matcher packageName = PACKAGE.matcher(text);
        String prefix = packageName.find() ? packageName.group(1) + "." : "";
        return JavaFileObjects.forSourceString(prefix + fileName.replace(".java", ""), text);
    }

    /**
     * Compiles with every lint and every check of comments, each warning an error. Only {@code processing} is left out: it warns of annotations
     * that no processor claims, such as those that test programs declare for themselves.
     */
    public static Compilation compile(String... sources) {
        return compile(List.of(sources).stream().map(Javac::source).toList());
    }

    /** The same for sources from elsewhere. */
    public static Compilation compile(List<JavaFileObject> sources) {
        return Compiler.javac()
                .withProcessors(new RunInProcessProcessor())
                .withOptions(
                        "-Xlint:all,-processing",
                        "-Xdoclint:all/protected",
                        "-Xdoclint:-missing",
                        "-Werror",
                        "-parameters")
                .compile(sources);
    }

    /** Compiles what has nothing wrong with it. */
    public static CompiledProgram program(String... sources) {
        return program(List.of(sources).stream().map(Javac::source).toList());
    }

    /** The same for sources from elsewhere. */
    public static CompiledProgram program(List<JavaFileObject> sources) {
        Compilation compilation = compile(sources);
        assertThat(compilation).succeededWithoutWarnings();
        return loaded(compilation);
    }

    private static CompiledProgram loaded(Compilation compilation) {
        SortedMap<String, String> generated = new TreeMap<>();
        Map<String, byte[]> classes = new HashMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.SOURCE) {
                generated.put(pathIn(file, StandardLocation.SOURCE_OUTPUT), text(file));
            } else if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = pathIn(file, StandardLocation.CLASS_OUTPUT);
                classes.put(path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes(file));
            }
        }
        return new CompiledProgram(generated, classes);
    }

    private static String pathIn(JavaFileObject file, StandardLocation location) {
        return file.getName().substring(("/" + location.name() + "/").length());
    }

    static String text(JavaFileObject file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("a file in memory could not be read", e);
        }
    }
}
