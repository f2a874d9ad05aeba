package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InheritedArgumentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dname=value",
                "-ea:app...",
                "-dsa",
                "--enable-preview",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--an-option-of-a-release-to-come=x",
                "-javaagent:/a.jar",
                "-Xss4m",
                "-XX:+EnableDynamicAgentLoading"
            })
    void optionAboutTheMeaningOfCode_isInherited(String option) {
        assertThat(InheritedArguments.select(List.of(option), List.of())).containsExactly(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx1g",
                "-Xms1g",
                "-XX:+UseZGC",
                "-XX:MaxRAMPercentage=75",
                "-XX:StartFlightRecording",
                "-XX:HeapDumpPath=/tmp",
                "-Xlog:gc:file=gc.log",
                "-agentlib:jdwp=transport=dt_socket,server=y",
                "-Dcom.sun.management.jmxremote.port=9010",
                "-Djdk.module.main=app",
                "--module-path=mods",
                "MaxHeapSize=128m",
                "-Xshare:off"
            })
    void optionAboutOneJvm_isNotInherited(String option) {
        assertThat(InheritedArguments.select(List.of(option), List.of())).isEmpty();
    }

    @Test
    void paths_becomeAbsolute() {
        String here = new File("").getAbsolutePath();
        assertThat(InheritedArguments.select(
                        List.of("-javaagent:x/a.jar=destfile=c.exec,o=b", "-Xbootclasspath/a:p.jar:/q.jar"), List.of()))
                .containsExactly(
                        "-javaagent:" + here + "/x/a.jar=destfile=" + here + "/c.exec,o=b",
                        "-Xbootclasspath/a:" + here + "/p.jar:/q.jar");
    }

    @Test
    void propertyFromTheEnvironment_isLeftToIt_andTheCommandLineStillPrevails() {
        assertThat(InheritedArguments.select(List.of("-Da=env", "-Da=line", "-Db=env"), List.of("-Da=env", "-Db=env")))
                .containsExactly("-Da=line");
    }

    @Test
    void agentFromTheEnvironment_isNotNamedASecondTime() {
        String agent = "-javaagent:" + new File("a.jar").getAbsolutePath();
        assertThat(InheritedArguments.select(List.of("-javaagent:a.jar", agent, "-ea"), List.of(agent)))
                .containsExactly("-ea");
    }
}
