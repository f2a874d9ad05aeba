package dev.runinprocess.samples;

import dev.runinprocess.ChildProcess;
import dev.runinprocess.Processes;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.samples.files.FileServer;
import dev.runinprocess.samples.files.Sha256;
import dev.runinprocess.samples.files.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A download and an upload at the same time, each in a JVM of its own.
 *
 * <p>Teaches: annotate a method; start it with the launcher that the compiler makes from it; carry on; ask for the result.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * A file server moves 25 MB/s on each connection, as if it were far away.
 * Its film of 40 MB is to come here, our photos of 40 MB are to go there.
 *
 * At the same time:
 *   download-1 runs in process …
 *   upload-2 runs in process …
 *   the parent carries on in process …
 *   the film is here, its checksum is right: true
 *   the photos are there, their checksum is right: true
 *   … seconds; transfers at the same time: 2
 *
 * One after the other:
 *   … seconds; transfers at the same time: 1
 * }</pre>
 */
public final class S01DownloadAndUpload {
    private static final long MEGABYTE = 1_000_000;

    @RunInProcess
    static String download(URI source, Path target) throws IOException {
        try (InputStream in = source.toURL().openStream()) {
            Files.copy(in, target);
        }
        return Sha256.of(target);
    }

    @RunInProcess
    static String upload(Path file, URI target) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(Files.size(file));
        try (OutputStream out = connection.getOutputStream()) {
            Files.copy(file, out);
        }
        try (InputStream checksum = connection.getInputStream()) {
            return new String(checksum.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    public static void main(String[] args) throws Exception {
        try (TemporaryFolder here = TemporaryFolder.create();
                TemporaryFolder there = TemporaryFolder.create();
                FileServer server = FileServer.start(there, 25 * MEGABYTE)) {
            String filmChecksum = Sha256.of(there.createFile("film", 40 * MEGABYTE));
            Path photos = here.createFile("photos", 40 * MEGABYTE);
            String photosChecksum = Sha256.of(photos);
            System.out.println("A file server moves 25 MB/s on each connection, as if it were far away.");
            System.out.println("Its film of 40 MB is to come here, our photos of 40 MB are to go there.");

            System.out.println("\nAt the same time:");
            long start = System.nanoTime();
            ChildProcess<String> download = DownloadLauncher.start(server.uri("film"), here.path("film"));
            ChildProcess<String> upload = UploadLauncher.start(photos, server.uri("photos"));
            System.out.println("  " + download.name() + " runs in process " + download.pid());
            System.out.println("  " + upload.name() + " runs in process " + upload.pid());
            System.out.println(
                    "  the parent carries on in process " + Processes.current().pid());
            System.out.println("  the film is here, its checksum is right: "
                    + download.get().equals(filmChecksum));
            System.out.println("  the photos are there, their checksum is right: "
                    + upload.get().equals(photosChecksum));
            printSeconds(start, server);

            System.out.println("\nOne after the other:");
            start = System.nanoTime();
            DownloadLauncher.invoke(server.uri("film"), here.path("film again"));
            UploadLauncher.invoke(photos, server.uri("photos"));
            printSeconds(start, server);
        }
    }

    private static void printSeconds(long start, FileServer server) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "  %.1f seconds; transfers at the same time: %d%n", seconds, server.mostTransfersAtOnce());
    }
}
