package dev.runinprocess.internal.archive;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The JVMs that make an archive and try it out. The form is the one that JDKs 17 and later know: static, of a list of classes. */
final class ArchiveDump {
    /** A JVM that finds fault with an archive is to go on without a word. */
    static final List<String> QUIET = List.of("-Xshare:auto", "-Xlog:cds*=off", "-Xlog:class+path=off");

    private static final long LIMIT_SECONDS = 120;

    /** The operating system's limit for one word of a command line is 128 KiB. */
    private static final int MAX_CLASS_PATH = 100_000;

    /** By SIGHUP, SIGINT, SIGTERM, or SIGKILL, as the kernel does that is short of memory. A crash is the JVM's own deed. */
    private static final Set<Integer> ENDED_BY_OTHERS = Set.of(129, 130, 143, 137);

    private static final List<String> VARIABLES =
            List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private ArchiveDump() {}

    /** Whether this JVM is one that has such archives. */
    static boolean isPossible() {
        String name = System.getProperty("java.vm.name", "");
        return name.contains("OpenJDK") || name.contains("HotSpot");
    }

    /** The jar of this library; something that is no jar if it does not come from one. */
    static File library() {
        CodeSource source = ArchiveDump.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new File("");
        }
        URI location = URI.create(source.getLocation().toString());
        return location.getScheme().equals("file") ? Path.of(location).toFile() : new File("");
    }

    /**
     * Makes an archive and tries it out.
     *
     * @throws ArchiveImpossibleException if a JVM said no, to the making or to what was made
     * @throws IOException if that failed in a way that may pass
     */
    static void make(ClassList list, ArchiveFile file, Running running) throws IOException, InterruptedException {
        if (list.job().classPath().length() > MAX_CLASS_PATH) {
            throw new ArchiveImpossibleException("the class path is too long: length="
                    + list.job().classPath().length());
        }
        list.write(file.list());
        run(command(list.job(), file, "-Xshare:dump", "-XX:SharedClassListFile=" + file.list()), running);
        List<String> trial = command(list.job(), file, "-Xshare:on");
        trial.addAll(1, QUIET);
        trial.add("-version");
        run(trial, running);
        list.sealed(Seal.of(file.archive())).write(file.list());
    }

    private static List<String> command(ArchiveJob job, ArchiveFile file, String... act) {
        List<String> command = new ArrayList<>();
        command.add(launcher());
        command.add("-XX:-UsePerfData");
        command.addAll(job.options());
        command.addAll(List.of(act));
        command.add("-XX:SharedArchiveFile=" + file.archive());
        command.add("-cp");
        command.add(job.classPath());
        return command;
    }

    static String launcher() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    /** Keeps a JVM's options to those given. */
    static ProcessBuilder plain(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(VARIABLES);
        return builder;
    }

    private static void run(List<String> command, Running running) throws IOException, InterruptedException {
        Process process = plain(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        running.begins(process);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("a JVM did not end within " + LIMIT_SECONDS + " s: " + command);
        }
        int exitCode = process.exitValue();
        if (ENDED_BY_OTHERS.contains(exitCode)) {
            throw new IOException("a JVM was ended: exitCode=" + exitCode + ", command=" + command);
        }
        if (exitCode != 0) {
            throw new ArchiveImpossibleException("a JVM failed: exitCode=" + exitCode + ", command=" + command);
        }
    }

    /** Whoever has to end the JVM if its result is not wanted any more. */
    @FunctionalInterface
    interface Running {
        /** A JVM has started. */
        void begins(Process process);
    }
}
