package dev.runinprocess.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.benchmarks.rows.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class RowsTest {
    @Test
    void names_areWordsAndDashes_andUnique() {
        assertThat(Rows.ALL)
                .extracting(Row::name)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z0-9]+)*"));
    }

    @Test
    void python_hasAFunctionForEachRowThatIsComparedWithIt() throws IOException {
        String python = Files.readString(Path.of("peers/python_multiprocessing.py"));

        assertThat(Rows.ALL)
                .filteredOn(row -> row.javaPeer().isEmpty())
                .extracting(row -> "@row\ndef " + row.name().replace('-', '_') + "(run):")
                .allSatisfy(function -> assertThat(python).contains(function));
    }

    /** Of two functions of one name Python takes the later one, also where the other was meant. */
    @Test
    void python_hasNoTwoFunctionsOfOneName() throws IOException {
        String python = Files.readString(Path.of("peers/python_multiprocessing.py"));

        assertThat(python.lines().filter(line -> line.startsWith("def ")).map(line -> line.replaceAll("\\(.*", "")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void settings_areThoseOfARow() {
        assertThat(Rows.ALL).allSatisfy(row -> {
            assertThat(row.placements()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(row.loads()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(row.operations()).isPositive();
        });
    }
}
