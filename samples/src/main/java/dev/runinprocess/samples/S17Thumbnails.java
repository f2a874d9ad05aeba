package dev.runinprocess.samples;

import dev.runinprocess.PoolTask;
import dev.runinprocess.ProcessPool;
import dev.runinprocess.RunInProcess;
import dev.runinprocess.failure.WorkerDiedException;
import dev.runinprocess.samples.files.Pictures;
import dev.runinprocess.samples.files.TemporaryFolder;
import dev.runinprocess.samples.progress.TerminalProgress;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Thumbnails of a folder of pictures, one of which kills whoever opens it.
 *
 * <p>Teaches: {@code submit} gives a pool one task, and returns a future of its result; a worker that dies fails the task that it had in hand and no other, and is replaced; the exception tells what has
 * happened to whom. The picture that kills stands for a bug in a native library that only one input finds. Run it with a number for more or fewer than 40 pictures.
 *
 * <p>You should see, with … for what differs each time:
 *
 * <pre>{@code
 * a folder of … pictures of 1600 x 1200
 * picture-3.png has none: S17Thumbnails.thumbnail was ended by signal 9 in process …
 * … thumbnails of 160 x 120
 * each looks like its picture: true
 * }</pre>
 */
public final class S17Thumbnails {
    private static final int DEFAULT_PICTURES = 40;
    private static final int POISONED = 3;
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1200;
    private static final int SCALE = 10;
    private static final int TOLERANCE = 2;

    @RunInProcess
    static void paint(int number, Path picture) throws IOException {
        Pictures.paint(number, WIDTH, HEIGHT, number == POISONED, picture);
    }

    /** Writes a small copy of a picture. */
    @RunInProcess
    static Path thumbnail(Path picture, Path thumbnail) throws IOException {
        BufferedImage large = ImageIO.read(picture.toFile());
        if (Pictures.isPoisoned(large)) {
            crash();
        }
        int width = large.getWidth() / SCALE;
        int height = large.getHeight() / SCALE;
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(large.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        ImageIO.write(small, "png", thumbnail.toFile());
        return thumbnail;
    }

    /** Ends this process in a way that no Java code could prevent. */
    private static void crash() throws IOException {
        long pid = ProcessHandle.current().pid();
        Process unused = new ProcessBuilder("kill", "-KILL", Long.toString(pid)).start();
        while (true) {
            Thread.onSpinWait();
        }
    }

    public static void main(String[] args) throws Exception {
        int number = args.length == 0 ? DEFAULT_PICTURES : Integer.parseInt(args[0]);
        List<Integer> numbers = IntStream.rangeClosed(1, number).boxed().toList();
        try (TemporaryFolder folder = TemporaryFolder.create();
                ProcessPool pool = ProcessPool.ofCpus()) {
            pool.map(i -> PaintLauncher.call(i, folder.path("picture-" + i + ".png")), numbers);
            System.out.println("a folder of " + number + " pictures of " + WIDTH + " x " + HEIGHT);

            List<PoolTask<Path>> tasks = new ArrayList<>();
            try (TerminalProgress bar = TerminalProgress.named("thumbnails")) {
                ProcessPool watched = pool.withProgress(bar);
                for (int i : numbers) {
                    Path picture = folder.path("picture-" + i + ".png");
                    tasks.add(watched.submit(ThumbnailLauncher.call(picture, folder.path("thumbnail-" + i + ".png"))));
                }
                awaitAll(tasks);
            }
            report(tasks);
        }
    }

    /** Whether well or not. */
    private static void awaitAll(List<PoolTask<Path>> tasks) {
        CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new))
                .handle((nothing, failure) -> failure)
                .join();
    }

    private static void report(List<PoolTask<Path>> tasks) throws Exception {
        int made = 0;
        boolean alike = true;
        for (int i = 1; i <= tasks.size(); i++) {
            try {
                BufferedImage thumbnail = ImageIO.read(tasks.get(i - 1).get().toFile());
                made++;
                alike &= isClose(Pictures.background(i), new Color(thumbnail.getRGB(WIDTH / SCALE - 1, 0)));
            } catch (WorkerDiedException e) {
                System.out.println("picture-" + i + ".png has none: " + e.task() + " was ended by signal "
                        + e.signal().orElseThrow() + " in process " + e.pid());
            }
        }
        System.out.println(made + " thumbnails of " + WIDTH / SCALE + " x " + HEIGHT / SCALE);
        System.out.println("each looks like its picture: " + alike);
    }

    private static boolean isClose(Color expected, Color found) {
        return Math.abs(expected.getRed() - found.getRed()) <= TOLERANCE
                && Math.abs(expected.getGreen() - found.getGreen()) <= TOLERANCE
                && Math.abs(expected.getBlue() - found.getBlue()) <= TOLERANCE;
    }
}
