package dev.runinprocess.tests.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.MakeArchive;
import dev.runinprocess.tests.classpath.program.Archived;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.JavaProgram;
import dev.runinprocess.tests.testing.Leftovers;
import dev.runinprocess.tests.testing.RunningProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives of classes are made in the background, used from then on, and never missed. */
final class ArchiveTest {
    private static final String MAIN = Archived.class.getName();
    private static final String NONE = "archive=\n";
    private static final int TRIES = 5;

    @TempDir
    static Path build;

    @TempDir
    Path directory;

    private static Path app;
    private static String classPath;
    private static @Nullable Path madeBefore;

    private Path cache;
    private String classPathUsed;

    @BeforeAll
    static void jars() throws Exception {
        Path classes = ProgramFiles.copyPackage(Archived.class, build.resolve("classes"));
        app = Jars.make(build.resolve("app.jar"), Map.of(), classes);
        Path library = Jars.make(build.resolve("library.jar"), Map.of(), ProgramFiles.library());
        classPath = library + ":" + app;
    }

    @BeforeEach
    void cache() throws Exception {
        cache = directory.resolve("cache");
        classPathUsed = classPath;
        Files.setLastModifiedTime(app, FileTime.fromMillis(2_000_000));
    }

    private JavaProgram program() {
        return JavaProgram.in(directory)
                .with("-Druninprocess.archive.directory=" + cache, "-cp", classPathUsed + ":" + directory);
    }

    private Path make() {
        String stdout = program().with(MAIN, "until").run();
        assertThat(stdout).startsWith("archive=" + cache);
        return Path.of(stdout.substring("archive=".length()).strip());
    }

    /** An archive that another test's program made of the same jars. */
    private Path givenOne() throws IOException {
        Path before = madeBefore;
        if (before == null) {
            Path made = make();
            madeBefore = ProgramFiles.copy(cache, build.resolve("cache"))
                    .resolve(made.getFileName().toString());
            return made;
        }
        ProgramFiles.copy(build.resolve("cache"), cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
        Path given = cache.resolve(before.getFileName().toString());
        assertThat(program().with(MAIN, "1").run()).isEqualTo("archive=" + given + "\n");
        return given;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(cache)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void archive_isMadeWhileTheProgramRuns_andUsedByTheNextFromItsFirstChild() throws Exception {
        Path archive = make();

        assertThat(program().with(MAIN, "1").run()).isEqualTo("archive=" + archive + "\n");
        String name = archive.getFileName().toString();
        assertThat(files()).containsExactly(name.replace(".jsa", ".classes"), name, "lock");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @Test
    void archive_turnedOff_isNotUsed() throws Exception {
        Path unused = givenOne();

        assertThat(program().with("-Druninprocess.archive=off", MAIN, "1").run())
                .as("with " + unused)
                .isEqualTo(NONE);
    }

    /** What can have happened to a file since it was made. */
    private enum Damage {
        TRUNCATED {
            @Override
            void to(Path archive) throws IOException {
                try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
                    file.setLength(file.length() / 2);
                }
            }
        },
        EMPTY {
            @Override
            void to(Path archive) throws IOException {
                Files.write(archive, new byte[0]);
            }
        },
        HEADER_OVERWRITTEN {
            @Override
            void to(Path archive) throws IOException {
                overwrite(archive, 100);
            }
        },
        MIDDLE_OVERWRITTEN {
            @Override
            void to(Path archive) throws IOException {
                overwrite(archive, Files.size(archive) / 2);
            }
        },
        REPLACED_BY_A_DIRECTORY {
            @Override
            void to(Path archive) throws IOException {
                Files.delete(archive);
                Files.createDirectory(archive);
            }
        },
        REPLACED_BY_A_LINK {
            @Override
            void to(Path archive) throws IOException {
                Path elsewhere = archive.resolveSibling("elsewhere");
                Files.move(archive, elsewhere);
                Files.createSymbolicLink(archive, elsewhere);
            }
        },
        LIST_GONE {
            @Override
            void to(Path archive) throws IOException {
                Files.delete(
                        archive.resolveSibling(archive.getFileName().toString().replace(".jsa", ".classes")));
            }
        },
        DIRECTORY_OPEN_TO_OTHERS {
            @Override
            void to(Path archive) throws IOException {
                Files.setPosixFilePermissions(archive.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        };

        abstract void to(Path archive) throws IOException;

        private static void overwrite(Path archive, long position) throws IOException {
            byte[] bytes = new byte[500];
            new Random(position).nextBytes(bytes);
            try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
                file.seek(position);
                file.write(bytes);
            }
        }
    }

    /** The program's standard error is clean, too: {@link JavaProgram#run} looks. */
    @ParameterizedTest
    @EnumSource(Damage.class)
    void archive_thatIsNotWhatItShouldBe_isIgnored(Damage damage) throws Exception {
        Path archive = givenOne();
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));

        damage.to(archive);

        assertThat(program().with(MAIN, "1").run()).isEqualTo(NONE);
    }

    @Test
    void archive_thatIsDamaged_isMadeAnew() throws Exception {
        Path archive = givenOne();
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-------"));
        Damage.HEADER_OVERWRITTEN.to(archive);

        assertThat(make()).isEqualTo(archive);
    }

    @Test
    void jarThatChanged_hasAnArchiveOfItsOwn() throws Exception {
        Path old = givenOne();
        Files.setLastModifiedTime(app, FileTime.fromMillis(1_000_000));

        assertThat(program().with(MAIN, "1").run()).isEqualTo(NONE);
        assertThat(make()).isNotEqualTo(old);
    }

    @Test
    void classPathThatBeginsWithADirectory_hasNoArchive() throws Exception {
        String stdout = JavaProgram.in(directory)
                .with("-Druninprocess.archive.directory=" + cache, "-cp", directory + ":" + classPath, MAIN, "3")
                .run();

        assertThat(stdout).isEqualTo(NONE.repeat(3));
        assertThat(cache).doesNotExist();
    }

    @Test
    void jarsBehindASymbolicLink_haveAnArchive() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("current"), build);
        classPathUsed = classPath.replace(build.toString(), link.toString());
        assertThat(classPathUsed).contains(link + "/library.jar");

        assertThat(make()).exists();
    }

    @Test
    void directoryThatCannotBeMade_isDoneWithout() throws Exception {
        Files.writeString(cache, "a file");

        assertThat(program().with(MAIN, "3").run()).isEqualTo(NONE.repeat(3));
        assertThat(cache).hasContent("a file");
    }

    @Test
    void programsThatMakeTheSameArchiveAtOnce_getOne() throws Exception {
        List<RunningProgram> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(program().start(MAIN, "until"));
        }

        for (RunningProgram program : programs) {
            try (program) {
                assertThat(program.awaitExit()).isZero();
                assertThat(program.stdout()).startsWith("archive=" + cache);
                assertThat(program.stderr()).isEmpty();
            }
        }
        Leftovers.in(directory).assertNone();
        assertThat(files()).hasSize(3);
    }

    @Test
    void programKilledWhileItsArchiveIsMade_leavesNothing() throws Exception {
        boolean abandoned = false;
        for (int i = 0; i < TRIES && !abandoned; i++) {
            cache = directory.resolve("cache-" + i);
            killWhileTheArchiveIsMade();
            // A machine that is busy with something else may kill too late.
            abandoned = files().equals(List.of("lock"));
        }

        assertThat(abandoned).as("the making ended with the program").isTrue();
        assertThat(make()).exists();
    }

    @Test
    void jvmKilledWhileItMakesAnArchive_isNoReasonNotToTryAgain() throws Exception {
        try (RunningProgram program = program().start(MAIN, "until")) {
            Await.until("an archive is being made", () -> !dumping().isEmpty());
            dumping().forEach(ProcessHandle::destroyForcibly);
            Await.until("nothing unfinished is there", () -> !hasUnfinished());
            program.signal("KILL");
            program.awaitExit();
        }

        assertThat(files()).noneMatch(name -> name.endsWith(".refused"));
        assertThat(make()).exists();
    }

    private List<ProcessHandle> dumping() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> {
                        String command = process.info().commandLine().orElse("");
                        return command.contains("-Xshare:dump") && command.contains(cache.toString());
                    })
                    .toList();
        }
    }

    private void killWhileTheArchiveIsMade() {
        try (RunningProgram program = program().start(MAIN, "until")) {
            Await.until("an archive is being made", () -> Files.exists(cache) && hasUnfinished());
            program.signal("KILL");
            assertThat(program.awaitExit()).isEqualTo(137);
        }
        Leftovers.in(directory).assertNoProcesses();
        Await.until("nothing unfinished is there", () -> !hasUnfinished());
    }

    private boolean hasUnfinished() throws IOException {
        return files().stream().anyMatch(name -> name.startsWith(".new-"));
    }

    @Test
    void archiveMadeAheadAndNamed_isUsed_untilAJarChanges() throws Exception {
        Path archive = directory.resolve("app.jsa");
        assertThat(program()
                        .with(MakeArchive.class.getName(), archive, MAIN, "2")
                        .run())
                .isEqualTo(NONE.repeat(2));

        assertThat(program()
                        .with("-Druninprocess.archive=" + archive, MAIN, "1")
                        .run())
                .isEqualTo("archive=" + archive + "\n");

        Files.setLastModifiedTime(app, FileTime.fromMillis(1_000_000));
        assertThat(program()
                        .with("-Druninprocess.archive=" + archive, MAIN, "1")
                        .run())
                .isEqualTo(NONE);
        assertThat(cache).doesNotExist();
    }
}
