package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.failure.LaunchException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArgumentFileTest {
    @TempDir
    Path directory;

    @Test
    void options_areQuotedAndEscaped() throws Exception {
        Path file = directory.resolve("a.args");
        ArgumentFile.write(file, List.of("-Da=x y", "-Db=\"q\" \\ '", "-Dc=1\n2\t3", "#"));
        assertThat(Files.readAllLines(file))
                .containsExactly("\"-Da=x y\"", "\"-Db=\\\"q\\\" \\\\ '\"", "\"-Dc=1\\n2\\t3\"", "\"#\"");
    }

    @Test
    void file_thatCannotBeWritten_namesTheRemedy() {
        assertThatThrownBy(() -> ArgumentFile.write(directory.resolve("missing/a.args"), List.of()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("runinprocess.temporaryDirectory");
    }
}
