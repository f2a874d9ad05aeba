package dev.runinprocess.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005",
                "-Xrunjdwp:transport=dt_socket,address=5005",
                "-Dcom.sun.management.jmxremote.port=9010",
                "-Dcom.sun.management.config.file=m.properties",
                "-XX:StartFlightRecording=filename=rec.jfr",
                "-XX:ErrorFile=hs_err.log",
                "-Xlog:gc*:file=gc.log:time",
                "-Xlog:gc:gc.log",
                "-Xloggc:gc.log"
            })
    void optionAboutOneJvm_isTakenOut(String option) {
        assertThat(adapted("-Da=1 " + option + " -Db='x y'")).isEqualTo("-Da=1 \"-Db=x y\"");
        assertThat(adapted(option)).as("a variable without content").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xmx64m  -XX:+UseSerialGC",
                "-Xlog:gc -Xlog:gc::time -Xlog:gc:stderr",
                "-Dq='a b'",
                "--add-opens=a/b=c"
            })
    void text_withoutSuchOptions_staysAsItIs(String text) {
        assertThat(adapted(text)).isEqualTo(text);
    }

    @Test
    void relativePaths_becomeAbsolute() {
        String here = new File("").getAbsolutePath();
        assertThat(adapted("-javaagent:a.jar=o=1,destfile=d.exec -agentpath:l.so --patch-module=m=p:/q"))
                .isEqualTo(
                        "-javaagent:%1$s/a.jar=o=1,destfile=%1$s/d.exec -agentpath:%1$s/l.so --patch-module=m=%1$s/p:/q"
                                .formatted(here));
    }

    @Test
    void filesOfOptions_areTakenOut_andDoNotCountAsReachingChildren() {
        Map<String, String> environment = Map.of(
                "JDK_JAVA_OPTIONS", "@opts --disable-@files -Da=1",
                "JAVA_TOOL_OPTIONS", "-XX:VMOptionsFile=opts -ea");
        assertThat(EnvironmentOptions.reachChildren(environment)).containsExactly("-Da=1", "-ea");

        Map<String, String> child = new HashMap<>(environment);
        EnvironmentOptions.adapt(child);
        assertThat(child).containsEntry("JDK_JAVA_OPTIONS", "-Da=1").containsEntry("JAVA_TOOL_OPTIONS", "-ea");
    }

    private static @Nullable String adapted(String text) {
        Map<String, String> environment = new HashMap<>(Map.of("_JAVA_OPTIONS", text, "PATH", "-Xdebug"));
        EnvironmentOptions.adapt(environment);
        assertThat(environment).containsEntry("PATH", "-Xdebug");
        return environment.get("_JAVA_OPTIONS");
    }
}
