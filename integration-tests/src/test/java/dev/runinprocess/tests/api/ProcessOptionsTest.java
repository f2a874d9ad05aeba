package dev.runinprocess.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runinprocess.ProcessOptions;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Options that make no sense are refused where they are given, not where they take effect. */
class ProcessOptionsTest {
    private static final ProcessOptions OPTIONS = ProcessOptions.defaults();

    @TestFactory
    @SuppressWarnings("NullAway") // Bad use is the case.
    Stream<DynamicTest> null_isRefused() {
        return Stream.of(
                        refused("name", () -> OPTIONS.name(null)),
                        refused("timeout", () -> OPTIONS.timeout(null)),
                        refused("startTimeout", () -> OPTIONS.startTimeout(null)),
                        refused("grace", () -> OPTIONS.grace(null)),
                        refused("parentDeath", () -> OPTIONS.parentDeath(null)),
                        refused("javaExecutable path", () -> OPTIONS.javaExecutable((Path) null)),
                        refused("javaExecutable text", () -> OPTIONS.javaExecutable((String) null)),
                        refused("javaExecutable file", () -> OPTIONS.javaExecutable((File) null)),
                        refused("maxHeap", () -> OPTIONS.maxHeap(null)),
                        refused("system property name", () -> OPTIONS.systemProperty(null, "x")),
                        refused("system property value", () -> OPTIONS.systemProperty("x", null)),
                        refused("jvmArgs", () -> OPTIONS.jvmArgs((String[]) null)),
                        refused("one of jvmArgs", () -> OPTIONS.jvmArgs("-ea", null)),
                        refused("classPath", () -> OPTIONS.classPath(null)),
                        refused("environment name", () -> OPTIONS.environment(null, "x")),
                        refused("environment value", () -> OPTIONS.environment("x", null)),
                        refused("workingDirectory", () -> OPTIONS.workingDirectory(null)),
                        refused("stdout", () -> OPTIONS.stdout(null)),
                        refused("stderr", () -> OPTIONS.stderr(null)),
                        refused(
                                "options of a call",
                                () -> EchoLauncher.call("x").options(null)))
                .map(use -> DynamicTest.dynamicTest(
                        use.what(),
                        () -> assertThatThrownBy(use.call()).isExactlyInstanceOf(NullPointerException.class)));
    }

    @TestFactory
    Stream<DynamicTest> value_thatMakesNoSense_isRefusedAndShown() {
        return Stream.of(
                        refused("timeout=PT0S", () -> OPTIONS.timeout(Duration.ZERO)),
                        refused("timeout=PT-1S", () -> OPTIONS.timeout(Duration.ofSeconds(-1))),
                        refused("startTimeout=PT0S", () -> OPTIONS.startTimeout(Duration.ZERO)),
                        refused("grace=PT-1S", () -> OPTIONS.grace(Duration.ofSeconds(-1))),
                        refused("name must not be empty", () -> OPTIONS.name("")),
                        refused("maxHeap=lots", () -> OPTIONS.maxHeap("lots")),
                        refused("maxHeap=256 m", () -> OPTIONS.maxHeap("256 m")),
                        refused("maxHeap=-Xmx1g", () -> OPTIONS.maxHeap("-Xmx1g")),
                        refused("maxHeap=", () -> OPTIONS.maxHeap("")),
                        refused("a system property must not be empty", () -> OPTIONS.systemProperty("", "x")),
                        refused("name=a=b", () -> OPTIONS.systemProperty("a=b", "x")),
                        refused("an environment variable must not be empty", () -> OPTIONS.environment("", "x")),
                        refused("name=A=B", () -> OPTIONS.environment("A=B", "x")),
                        refused("classPath", () -> OPTIONS.classPath(List.of())))
                .map(use -> DynamicTest.dynamicTest(
                        use.what(),
                        () -> assertThatThrownBy(use.call())
                                .isExactlyInstanceOf(IllegalArgumentException.class)
                                .hasMessageContaining(use.what())));
    }

    private record Refused(String what, ThrowingCallable call) {}

    private static Refused refused(String what, ThrowingCallable call) {
        return new Refused(what, call);
    }

    @Test
    void options_areNotChangedByWhatIsMadeFromThem() {
        ProcessOptions named = OPTIONS.name("one");
        ProcessOptions renamed = named.name("two");

        assertThat(EchoLauncher.call("x").options(named).process().name()).isEqualTo("one");
        assertThat(EchoLauncher.call("x").options(renamed).process().name()).isEqualTo("two");
        assertThat(EchoLauncher.call("x").options(OPTIONS).process().name()).startsWith("echo-");
    }
}
