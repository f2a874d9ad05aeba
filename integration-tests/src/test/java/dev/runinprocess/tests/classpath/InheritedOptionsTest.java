package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.agent.RollCall;
import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a child's JVM gets of the options that its parent's was given, on the command line and in the environment. */
final class InheritedOptionsTest {
    @TempDir
    Path directory;

    private String classPath;

    @BeforeEach
    void programs() throws Exception {
        Path classes = ProgramFiles.copyPackage(Look.class, directory.resolve("classes"));
        classPath = classes + ":" + ProgramFiles.library();
    }

    /** The row has the heap's limit carried over as well; a child has its own, since a parent's is no measure of what it needs. */
    @Test
    @Conformance("TestFlags.test_flags")
    void optionsOnTheMeaningOfCode_areCarriedOver_andThoseOnResourcesAreNot() {
        ViewOfAChild child = look(program()
                .with("-Dgreeting=good day", "-Dempty", "-ea:app...", "-da:app.Other", "-esa", "-Xss2m")
                .with(
                        "--add-opens",
                        "java.base/java.lang=ALL-UNNAMED",
                        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED")
                .with("--enable-preview", "--add-modules", "java.sql", "--add-reads", "java.sql=java.net.http")
                .with("-Xmx200m", "-Xms16m", "-XX:+UseParallelGC", "-Xshare:auto"));

        assertThat(child.options())
                .containsExactly(
                        "-Dgreeting=good day",
                        "-Dempty",
                        "-ea:app...",
                        "-da:app.Other",
                        "-esa",
                        "-Xss2m",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                        "--enable-preview",
                        "--add-modules=java.sql",
                        "--add-reads=java.sql=java.net.http");
    }

    @Test
    void portsAndFilesOfTheParent_areLeftToIt() throws Exception {
        ViewOfAChild child = look(program()
                .with("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + freePort())
                .with("-Dcom.sun.management.jmxremote.port=" + freePort(), "-Dcom.sun.management.jmxremote.ssl=false")
                .with("-Dcom.sun.management.jmxremote.authenticate=false")
                .with("-XX:StartFlightRecording=filename=recording.jfr", "-Xlog:gc:file=gc.log"));

        assertThat(child.options()).isEmpty();
        assertThat(directory.resolve("recording.jfr")).exists();
        assertThat(directory.resolve("gc.log")).exists();
    }

    @Test
    void portsAndFilesInTheEnvironment_areLeftToTheParent_andItsPathsAreUnderstoodInAnotherDirectory()
            throws Exception {
        rollCall("agent.jar");
        Files.writeString(directory.resolve("options"), "-javaagent:agent.jar=file\n\"-Dfile=a b\"\n");

        ViewOfAChild child = look(program()
                .environment(
                        "JAVA_TOOL_OPTIONS",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + freePort()
                                + " -javaagent:agent.jar=tool -Dtool=\"it's\"'\"' -Dprevails=tool")
                .environment(
                        "_JAVA_OPTIONS",
                        "-Dcom.sun.management.jmxremote.port=" + freePort()
                                + " -Dcom.sun.management.jmxremote.ssl=false"
                                + " -Dcom.sun.management.jmxremote.authenticate=false -Dunderscore='a b'")
                .environment("JDK_JAVA_OPTIONS", "@options --add-opens java.base/java.lang=ALL-UNNAMED -Xlog:gc:gc.log")
                .with("-Dprevails=line"));

        assertThat(child.property("tool")).isEqualTo("it's\"");
        assertThat(child.property("underscore")).isEqualTo("a b");
        assertThat(child.property("file")).isEqualTo("a b");
        assertThat(child.property("prevails")).isEqualTo("line");
        assertThat(child.property("agents")).isEqualTo("tool;file;");
        assertThat(child.options())
                .filteredOn(option -> option.contains("jdwp") || option.contains("jmx") || option.contains("gc.log"))
                .isEmpty();
        assertThat(child.environment())
                .contains(
                        "_JAVA_OPTIONS=\"-Dunderscore=a b\"",
                        "JDK_JAVA_OPTIONS=--add-opens=java.base/java.lang=ALL-UNNAMED");
    }

    @Test
    void agentInTheEnvironmentAndOnTheCommandLine_isLoadedOnce_alsoInAGrandchild() throws Exception {
        Path agent = rollCall("the agent.jar");

        ViewOfAChild child = look(
                program()
                        .environment("JAVA_TOOL_OPTIONS", "\"-javaagent:the agent.jar=first\"")
                        .with("-javaagent:" + agent + "=second", "-javaagent:" + agent + "=first"),
                "generations=2");

        assertThat(child.property("agents")).isEqualTo("first;second;");
    }

    @Test
    void agentsNamedInAProperty_areLeftToTheParent() throws Exception {
        Path agent = rollCall("agent.jar");

        ViewOfAChild child = look(program()
                .environment("JAVA_TOOL_OPTIONS", "-javaagent:agent.jar=port:8080")
                .with("-javaagent:" + agent + "=port:9090", "-javaagent:" + agent + "=coverage")
                .with("-Druninprocess.privateAgents=port:8080, port:9090"));

        assertThat(child.property("agents")).isEqualTo("coverage;");
    }

    @Test
    @Conformance("TestForkAwareThreadLock.test_lock")
    void whatAChildIsGiven_doesNotGrowWithTheDepthOfNesting() throws Exception {
        Path agent = rollCall("agent.jar");
        JavaProgram program = program()
                .environment("JAVA_TOOL_OPTIONS", "-Dtool=1 -javaagent:" + agent + "=tool")
                .with("-javaagent:" + agent + "=line", "--add-opens", "java.base/java.lang=ALL-UNNAMED");

        ViewOfAChild second = look(program, "generations=2");
        ViewOfAChild fifth = look(program, "generations=5");

        assertThat(fifth.options()).isEqualTo(second.options());
        assertThat(fifth.environment()).isEqualTo(second.environment());
        assertThat(fifth.propertyNames()).isEqualTo(second.propertyNames());
    }

    private JavaProgram program() {
        return JavaProgram.in(directory);
    }

    private ViewOfAChild look(JavaProgram program, Object... arguments) {
        Path other = directory.resolve("classes");
        List<Object> words =
                new ArrayList<>(List.of("-cp", classPath, Look.class.getName(), "workingDirectory=" + other));
        words.addAll(List.of(arguments));
        return ViewOfAChild.in(program.run(words.toArray()));
    }

    private Path rollCall(String jar) throws IOException {
        Path classes = ProgramFiles.copyPackage(RollCall.class, directory.resolve("agent"));
        return Jars.make(directory.resolve(jar), Map.of("Premain-Class", RollCall.class.getName()), classes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
