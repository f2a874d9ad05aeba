package dev.runinprocess.processor;

import dev.runinprocess.processor.testing.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeDiagnosticsTest {
    @ParameterizedTest
    @ValueSource(strings = {"lots", "0", "0m", "12x", "-1m", "1.5g", "256 m", " "})
    void maxHeap_noSize_isRejected(String size) {
        rejected("maxHeap", size)
                .error("[max-heap] maxHeap = \"" + size + "\" is not a size", "maxHeap =")
                .only();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "30", "PT0S", "-5s", "PT-1S", "1d", "99999999999999999999s", "30 s"})
    void timeout_noTime_isRejected(String time) {
        rejected("timeout", time)
                .error("[timeout] timeout = \"" + time + "\" is not a time", "timeout =")
                .only();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\\nb", "\\t", "\\u0007"})
    void name_unprintable_isRejected(String name) {
        rejected("name", name).error("[process-name] name = ", "name =").only();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.Fetch", "class", "Fetch Launcher", "1st", "Arguments", "a-b"})
    void launcher_noSimpleName_isRejected(String name) {
        rejected("launcher", name)
                .error(
                        "[launcher-name] launcher = \"" + name
                                + "\" is no simple class name that a launcher can have. Use letters and digits, such as"
                                + " \"WorkLauncher\"",
                        "launcher =")
                .only();
    }

    private static Rejected rejected(String attribute, String value) {
        return Rejected.declarations("""
                final class Work {
                    @RunInProcess(
                            %s = "%s"
                    )
                    static void work() {}
                }
                """.formatted(attribute, value));
    }

    @Test
    void jvmArgs_noOption_isRejectedAtTheElement() {
        Rejected.declarations("""
                        final class Work {
                            @RunInProcess(jvmArgs = {
                                "-Xss1m",
                                "--add-opens",
                                "java.base/java.lang=ALL-UNNAMED",
                                "Xmx1g",
                                "" // empty
                            })
                            static void work() {}
                        }
                        """)
                .error(
                        "[jvm-args] jvmArgs has \"Xmx1g\", which java would take for the name of the main class.",
                        "\"Xmx1g\"")
                .error("[jvm-args] jvmArgs has \"\", which java would take for a class without a name.", "// empty")
                .only();
    }
}
