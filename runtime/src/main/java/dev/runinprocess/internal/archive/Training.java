package dev.runinprocess.internal.archive;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes an archive that is to be shipped: of the classes that the children of a program load in one run of it. */
public final class Training {
    private Training() {}

    /**
     * Runs the program on this JVM's class path and with its options, to its end, and makes the archive.
     *
     * @param archive the file to make, with another of its name and {@code .classes}
     * @param program main class and arguments
     * @throws IOException if the program fails, starts no child that an archive is possible for, or the archive cannot be made
     */
    public static void run(Path archive, List<String> program) throws IOException, InterruptedException {
        Path records = Files.createTempDirectory("runinprocess-archive");
        try {
            int exitCode = record(records, program);
            if (exitCode != 0) {
                throw new IOException("The program failed: exitCode=" + exitCode);
            }
            make(archive.toAbsolutePath(), mostRecorded(records));
        } finally {
            delete(records);
        }
    }

    /** With this JVM's options, since an archive is for those of the children, which inherit them. */
    private static int record(Path records, List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ArchiveDump.launcher());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-D" + ArchiveSettings.ARCHIVE + "=" + ArchiveSettings.RECORD,
                "-D" + ArchiveSettings.DIRECTORY + "=" + records,
                "-cp",
                System.getProperty("java.class.path", "")));
        command.addAll(program);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Children with different options need different archives; one is made, for most of them. */
    private static ClassList mostRecorded(Path records) throws IOException {
        Map<String, ClassList> merged = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        String most = "";
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(records)) {
            for (Path file : lists) {
                ClassList list = ClassList.read(file);
                String key = list.job().key();
                merged.merge(key, list, ClassList::plus);
                int sameKey = count.merge(key, 1, Integer::sum);
                if (sameKey > count.getOrDefault(most, 0)) {
                    most = key;
                }
            }
        }
        ClassList list = merged.get(most);
        if (list == null) {
            throw new IOException(
                    "No child of the program had a class path that begins with jars, this library's among them: "
                            + System.getProperty("java.class.path", "").replace(File.pathSeparator, ", "));
        }
        return list;
    }

    private static void make(Path archive, ClassList list) throws IOException, InterruptedException {
        ArchiveFile finished = ArchiveFile.at(archive);
        ArchiveFile unfinished = ArchiveFile.at(archive.resolveSibling(archive.getFileName() + ".new"));
        try {
            ArchiveDump.make(list, unfinished, jvm -> {});
            Files.move(unfinished.archive(), finished.archive(), StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished.list(), finished.list(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            unfinished.delete();
        }
    }

    private static void delete(Path records) throws IOException {
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(records)) {
            for (Path list : lists) {
                Files.delete(list);
            }
        }
        Files.delete(records);
    }
}
