package dev.runinprocess.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runinprocess.internal.os.Liveness;
import dev.runinprocess.internal.protocol.ChildFlags;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DescendantsTest {
    private final List<Long> started = new ArrayList<>();

    @AfterEach
    void killAll() {
        started.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** A shell that prints its own process id and those of others, and waits to read what never comes. */
    private Process shell(int printed, String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "echo $$; " + script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (int i = 0; i < printed; i++) {
            started.add(Long.parseLong(out.readLine()));
        }
        return process;
    }

    private static Descendants below(Process process) {
        Descendants below = new Descendants();
        below.note(List.of(process.toHandle()));
        return below;
    }

    private void awaitOnlyRunning(Long... pids) {
        await().untilAsserted(() ->
                assertThat(started.stream().filter(Liveness::isRunning)).containsExactly(pids));
    }

    @Test
    void kill_endsChildrenAndGrandchildren_butNotTheRootOfThem() throws IOException {
        Process root = shell(4, "sleep 1000 & echo $!; sh -c 'echo $$; sleep 1000 & echo $!; wait' & read line");
        Descendants below = below(root);
        assertThat(below.anyAlive()).isTrue();

        below.kill();

        awaitOnlyRunning(root.pid());
        assertThat(below.anyAlive()).isFalse();
        root.destroyForcibly();
    }

    @Test
    void kill_afterTheParentDied_endsTheOrphansNotedBefore() throws Exception {
        Process root = shell(2, "sleep 1000 & echo $!; read line");
        Descendants below = below(root);
        root.destroyForcibly().waitFor();
        assertThat(below.anyAlive()).isTrue();

        below.kill();

        awaitOnlyRunning();
    }

    @Test
    void noteDying_findsWhatWasStartedSinceTheLastLook() throws Exception {
        Process root = shell(1, "read go; sleep 1000 & echo $!; read end");
        Descendants below = below(root);
        assertThat(below.anyAlive()).isFalse();
        root.getOutputStream().write('\n');
        root.getOutputStream().flush();
        started.add(Long.parseLong(root.inputReader().readLine()));

        below.noteDying(root.toHandle());
        root.destroyForcibly().waitFor();
        below.kill();

        awaitOnlyRunning();
    }

    @Test
    void note_again_findsWhatOrphansHaveStartedSince() throws Exception {
        Process root = shell(2, "sh -c 'echo $$; trap \"sleep 1000 &\" USR1; while :; do wait; done' & read line");
        Descendants below = below(root);
        root.destroyForcibly().waitFor();
        long orphan = started.get(1);
        new ProcessBuilder("kill", "-USR1", Long.toString(orphan)).start().waitFor();
        await().until(() -> childrenOf(orphan) == 1);

        below.note(List.of());
        below.kill();

        await().until(() -> childrenOf(orphan) == 0);
        awaitOnlyRunning();
    }

    private static long childrenOf(long pid) {
        return ProcessHandle.allProcesses()
                .filter(each -> each.parent()
                        .map(ProcessHandle::pid)
                        .filter(id -> id == pid)
                        .isPresent())
                .count();
    }

    @Test
    void note_sparesWhatMayOutliveItsParent_withAllBelow() throws IOException {
        Process root =
                shell(3, "sh -c 'echo $$; sleep 1000 & echo $!; wait' " + ChildFlags.OUTLIVES_PARENT + " & read line");
        Descendants below = below(root);

        below.kill();

        assertThat(below.anyAlive()).isFalse();
        assertThat(started).hasSize(3).allMatch(Liveness::isRunning);
        root.destroyForcibly();
    }

    @Test
    void terminate_asksPolitely() throws IOException {
        Process root = shell(2, "sh -c 'echo $$; trap \"\" TERM; while :; do sleep 1; done' & read line");
        Descendants below = below(root);

        below.terminate();
        below.awaitEnd(TimeUnit.MILLISECONDS.toNanos(20));

        assertThat(below.anyAlive()).isTrue();
        below.kill();
        awaitOnlyRunning(root.pid());
        root.destroyForcibly();
    }

    @Test
    void awaitEnd_returnsOnceAllHaveEnded() throws IOException {
        Process root = shell(2, "sleep 1000 & echo $!; read line");
        Descendants below = below(root);

        below.terminate();
        below.awaitEnd(TimeUnit.SECONDS.toNanos(30));

        assertThat(below.anyAlive()).isFalse();
        root.destroyForcibly();
    }
}
