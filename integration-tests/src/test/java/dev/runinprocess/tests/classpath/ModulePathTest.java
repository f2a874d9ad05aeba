package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.tests.classpath.program.AheadOfTime;
import dev.runinprocess.tests.classpath.program.Look;
import dev.runinprocess.tests.classpath.program.PooledSquares;
import dev.runinprocess.tests.classpath.program.Squares;
import dev.runinprocess.tests.classpath.user.MainByName;
import dev.runinprocess.tests.testing.Conformance;
import dev.runinprocess.tests.testing.JavaProgram;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in modules, which export and open nothing. */
final class ModulePathTest {
    private static final String LOOK = "app/" + Look.class.getName();
    private static final String SQUARES = "app/" + Squares.class.getName();
    private static final String AHEAD = "app/" + AheadOfTime.class.getName();
    private static final String POOLED = "app/" + PooledSquares.class.getName();

    @TempDir
    static Path build;

    @TempDir
    Path directory;

    private static Path app;
    private static String modulePath;

    @BeforeAll
    static void modules() throws Exception {
        app = Javac.of(build.resolve("sources"))
                .sourcesOfPackage(Squares.class)
                .source("module-info.java", "module app { requires dev.runinprocess; requires java.management; }")
                .options("-p", ProgramFiles.library().toString())
                .to(build.resolve("app"));
        modulePath = app + File.pathSeparator + ProgramFiles.library();
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_package")
    void explodedModules_runTheirChildren() {
        assertThat(JavaProgram.in(directory)
                        .with("-p", modulePath, "-m", SQUARES, "SPAWN")
                        .run())
                .isEqualTo("SPAWN -> [1, 4, 9]\n");
    }

    @Test
    void jvmStartedAhead_takesATaskOfAPackageThatIsNotOpen() {
        assertThat(JavaProgram.in(directory)
                        .with("-p", modulePath, "-m", AHEAD, "STANDBY")
                        .run())
                .isEqualTo("STANDBY -> 9, ahead: true\n");
    }

    @Test
    void pool_findsEntryPointsInPackagesThatAreNotOpen() {
        assertThat(JavaProgram.in(directory)
                        .with("-p", modulePath, "-m", POOLED, "POOL")
                        .run())
                .isEqualTo("POOL -> [1, 4, 9]\n");
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_package_compiled")
    void modularJars_runTheirChildren_inAnotherWorkingDirectory() throws Exception {
        Path mods = Files.createDirectories(directory.resolve("mods"));
        Jars.make(mods.resolve("app.jar"), Map.of(), app);
        Jars.make(mods.resolve("runinprocess.jar"), Map.of(), ProgramFiles.library());
        Path other = Files.createDirectories(directory.resolve("other"));

        ViewOfAChild child = ViewOfAChild.in(JavaProgram.in(directory)
                .with("-p", "mods", "-m", LOOK, "workingDirectory=" + other, "generations=2")
                .run());

        assertThat(child.property("jdk.module.path")).isEqualTo(mods.toString());
        assertThat(child.property("jdk.module.main")).isEqualTo("app");
        assertThat(child.modules()).contains("app", "dev.runinprocess").doesNotContain("java.sql");
    }

    @Test
    @Conformance("MultiProcessingCmdLineMixin.test_package_compiled")
    void imageOfJlink_runsItsChildren_withoutTheModuleOfLogging() throws Exception {
        Path image = directory.resolve("image");
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int exitCode = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(out, out, "-p", modulePath, "--add-modules", "app", "--output", image.toString());
        assertThat(exitCode).as(messages.toString()).isZero();

        assertThat(Files.readString(image.resolve("release")))
                .contains("java.management")
                .doesNotContain("java.logging");
        assertThat(JavaProgram.in(directory)
                        .javaHome(image)
                        .with("-m", SQUARES, "SPAWN")
                        .run())
                .isEqualTo("SPAWN -> [1, 4, 9]\n");
        assertThat(JavaProgram.in(directory)
                        .javaHome(image)
                        .with("-m", POOLED, "POOL")
                        .run())
                .isEqualTo("POOL -> [1, 4, 9]\n");
    }

    @Test
    void methodOnTheClassPath_ofAProgramInAModule_isFound() throws Exception {
        Path main = Javac.of(directory.resolve("sources"))
                .sourcesOfPackage(MainByName.class)
                .source("module-info.java", "module main { }")
                .options("--add-reads", "main=ALL-UNNAMED", "-cp", app + ":" + ProgramFiles.library())
                .to(directory.resolve("main"));
        Path classes = ProgramFiles.copyPackage(Look.class, directory.resolve("classes"));

        ViewOfAChild child = ViewOfAChild.in(JavaProgram.in(directory)
                .with("-p", main, "-cp", classes + ":" + ProgramFiles.library(), "--add-modules", "java.management")
                .with("-m", "main/" + MainByName.class.getName(), Look.class.getName(), "generations=2")
                .run());

        assertThat(child.classPath())
                .containsExactly(classes.toString(), ProgramFiles.library().toString());
        assertThat(child.modules()).contains("main");
    }

    @Test
    void methodInAModule_ofAProgramOnTheClassPath_seesTheModulesThatTheProgramSees() throws Exception {
        Path user = ProgramFiles.copyPackage(MainByName.class, directory.resolve("user"));

        ViewOfAChild child = ViewOfAChild.in(JavaProgram.in(directory)
                .with("-p", modulePath, "--add-modules", "app", "-cp", user)
                .with("--add-exports", "app/" + Look.class.getPackageName() + "=ALL-UNNAMED")
                .with(MainByName.class.getName(), Look.class.getName(), "generations=2")
                .run());

        assertThat(child.property("jdk.module.main")).isEqualTo("app");
        assertThat(child.classPath()).containsExactly(user.toString());
        assertThat(child.modules()).contains("java.sql", "java.logging", "dev.runinprocess");
    }

    @Test
    void classPathOfALaunch_replacesTheModules() throws Exception {
        Path classes = ProgramFiles.copyPackage(Look.class, directory.resolve("classes"));

        ViewOfAChild child = ViewOfAChild.in(JavaProgram.in(directory)
                .with("-p", modulePath, "--add-opens", "app/" + Look.class.getPackageName() + "=dev.runinprocess")
                .with(
                        "--add-modules",
                        "app,java.sql",
                        "-m",
                        LOOK,
                        "classPath=" + classes + ":" + ProgramFiles.library())
                .run());

        assertThat(child.modules()).contains("java.sql").doesNotContain("app", "dev.runinprocess");
        assertThat(child.classPath())
                .containsExactly(classes.toString(), ProgramFiles.library().toString());
    }
}
