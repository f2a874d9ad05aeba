package dev.runinprocess.tests.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.tests.testing.Await;
import dev.runinprocess.tests.testing.LeavesNothing;
import dev.runinprocess.tests.testing.OwnSessions;
import dev.runinprocess.tests.testing.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What other users of the machine can read of a child: its command line; and what the same user can: its environment and files. */
@ExtendWith(LeavesNothing.class)
class SecretsTest {
    private static final String PASSWORD = "correct horse battery staple";

    @RunInProcess
    static void guard(String password, Path marker) throws InterruptedException {
        Stage.reachAndStay(marker);
    }

    @Test
    void secrets_standOnNoCommandLine_inNoEnvironment_andInNoFile(@TempDir Path directory) throws Exception {
        Path marker = directory.resolve("here");
        ChildProcess<Void> child = GuardLauncher.start(PASSWORD, marker);
        Await.file(marker);

        List<String> visible = new ArrayList<>();
        visible.add(read(Path.of("/proc", Long.toString(child.pid()), "cmdline")));
        visible.add(read(Path.of("/proc", Long.toString(child.pid()), "environ")));
        for (Path file : filesOfTheSession()) {
            if (Files.isRegularFile(file)) {
                visible.add(read(file));
            }
        }
        child.kill();
        child.join();

        assertThat(visible.get(0)).contains("GuardEntryPoint");
        byte[] key = Processes.current().authKey();
        List<String> secrets = List.of(
                PASSWORD,
                new String(key, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(key),
                Base64.getEncoder().encodeToString(key));
        assertThat(visible).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
    }

    @Test
    void sessionDirectory_isForThisUserOnly(@TempDir Path directory) throws Exception {
        ChildProcess<Void> child = GuardLauncher.start(PASSWORD, directory.resolve("here"));
        List<Path> files = filesOfTheSession();
        List<String> permissions = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        child.kill();
        child.join();

        assertThat(files).isNotEmpty();
        assertThat(permissions).isNotEmpty().allMatch("rwx------"::equals);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> filesOfTheSession() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path session : OwnSessions.directories()) {
            try (Stream<Path> files = Files.walk(session)) {
                files.forEach(all::add);
            }
        }
        return all;
    }
}
