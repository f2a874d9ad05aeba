package dev.runinprocess.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.processor.diagnostics.Refusal;
import dev.runinprocess.processor.testing.RuntimeHandles;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Remedies promise nothing that users would not find. */
class RefusalTest {
    /** Names such as the library gives to its handles, but for the JDK's own. */
    private static final Pattern HANDLE =
            Pattern.compile("\\b(?!ProcessHandle\\b|ProcessBuilder\\b)((?:Bounded)?Process|Shared|Joinable)[A-Z]\\w*");

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void remedy_namesHandlesThatExistAndCross(Refusal refusal) {
        List<String> handles =
                RuntimeHandles.all().stream().<String>map(Class::getSimpleName).toList();

        assertThat(HANDLE.matcher(refusal.remedy()).results().map(MatchResult::group))
                .isSubsetOf(handles);
    }
}
