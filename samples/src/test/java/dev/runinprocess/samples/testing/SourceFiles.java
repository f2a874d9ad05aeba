package dev.runinprocess.samples.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Java files of this project, generated ones included. */
public final class SourceFiles {
    private static final String GENERATED = "samples/target/generated-sources";

    private final List<Path> files;

    private SourceFiles(List<Path> files) {
        this.files = files;
    }

    /** Those that documents may show: each is compiled, and run by a test. */
    public static SourceFiles tested() throws IOException {
        return in("samples/src", GENERATED, "integration-tests/src", "processor/src/test");
    }

    /** Those that documents may name. */
    public static SourceFiles named() throws IOException {
        return in("runtime/src", "processor/src/main", GENERATED);
    }

    private static SourceFiles in(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            files.addAll(Repository.files(folder, ".java"));
        }
        return new SourceFiles(files);
    }

    /** Whether one of them has the snippet. */
    public boolean show(Snippet snippet) throws IOException {
        for (Path file : files) {
            if (snippet.isIn(Files.readString(file))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them is a type of that name, {@code Type}, and mentions the member, in {@code Type.member}. */
    public boolean have(String name) throws IOException {
        String[] parts = name.split("\\.", -1);
        Optional<Path> file =
                files.stream().filter(path -> path.endsWith(parts[0] + ".java")).findFirst();
        if (file.isEmpty() || parts.length == 1) {
            return file.isPresent();
        }
        return Pattern.compile("\\b" + parts[1] + "\\b")
                .matcher(Files.readString(file.get()))
                .find();
    }
}
