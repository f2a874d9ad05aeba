package p;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.link.GivenArguments;
import dev.runinprocess.link.Outcomes;
import dev.runinprocess.link.TaskDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Transfers#upload(Path, URI, int)} in a child JVM.
 * Generated from it: edit that, since edits here are lost.
 */
@Generated(
        value = "dev.runinprocess.processor.RunInProcessProcessor",
        comments = "from Transfers.upload"
)
public final class UploadLauncher {
    private static final TaskDefinition DEFINITION = TaskDefinition.of(
            "upload",
            UploadEntryPoint.class,
            "long Transfers.upload(Path file, URI target, int retries)",
            "be06e9edebee2b37a701a65736d9b108")
            .maxHeap("256m")
            .timeout(Duration.ofSeconds(30));

    private UploadLauncher() {
    }

    /**
     * Starts a child JVM that runs {@link Transfers#upload(Path, URI, int)}.
     *
     * @param file what to upload
     * @param target where to
     * @param retries how often to try again
     * @return the child, which is running
     */
    public static ChildProcess<Long> start(Path file, URI target, int retries) {
        return call(file, target, retries).start();
    }

    /**
     * Starts a child JVM that runs {@link Transfers#upload(Path, URI, int)}, with the default of {@code retries}.
     *
     * @param file what to upload
     * @param target where to
     * @return the child, which is running
     */
    public static ChildProcess<Long> start(Path file, URI target) {
        return call(file, target).start();
    }

    /**
     * Prepares a child JVM that will run {@link Transfers#upload(Path, URI, int)}.
     *
     * @param file what to upload
     * @param target where to
     * @param retries how often to try again
     * @return the child, which is yet to be started
     */
    public static ChildProcess<Long> process(Path file, URI target, int retries) {
        return call(file, target, retries).process();
    }

    /**
     * Prepares a child JVM that will run {@link Transfers#upload(Path, URI, int)}, with the default of {@code retries}.
     *
     * @param file what to upload
     * @param target where to
     * @return the child, which is yet to be started
     */
    public static ChildProcess<Long> process(Path file, URI target) {
        return call(file, target).process();
    }

    /**
     * Starts a child JVM that runs {@link Transfers#upload(Path, URI, int)}, and waits for its result.
     *
     * @param file what to upload
     * @param target where to
     * @param retries how often to try again
     * @return the result
     * @throws IOException if the method throws it
     * @throws InterruptedException if this thread is interrupted, which ends the child
     * @throws ChildDiedException if the child ends without a result
     */
    public static long invoke(Path file, URI target, int retries) throws IOException,
            InterruptedException, ChildDiedException {
        return await(call(file, target, retries));
    }

    /**
     * Starts a child JVM that runs {@link Transfers#upload(Path, URI, int)}, and waits for its result, with the default of {@code retries}.
     *
     * @param file what to upload
     * @param target where to
     * @return the result
     * @throws IOException if the method throws it
     * @throws InterruptedException if this thread is interrupted, which ends the child
     * @throws ChildDiedException if the child ends without a result
     */
    public static long invoke(Path file, URI target) throws IOException, InterruptedException,
            ChildDiedException {
        return await(call(file, target));
    }

    /**
     * Binds arguments to {@link Transfers#upload(Path, URI, int)}, to launch it with options or several times.
     *
     * @param file what to upload
     * @param target where to
     * @param retries how often to try again
     * @return the call, which can run any number of times
     */
    public static Call<Long> call(Path file, URI target, int retries) {
        return Call.of(DEFINITION, new UploadEntryPoint.Arguments(file, target, retries));
    }

    /**
     * Binds arguments to {@link Transfers#upload(Path, URI, int)}, to launch it with options or several times, with the default of {@code retries}.
     *
     * @param file what to upload
     * @param target where to
     * @return the call, which can run any number of times
     */
    public static Call<Long> call(Path file, URI target) {
        return call(file, target, 3);
    }

    private static long await(Call<Long> call) throws IOException, InterruptedException,
            ChildDiedException {
        try {
            return call.await();
        } catch (ExecutionException e) {
            Outcomes.throwIf(IOException.class, e);
            throw Outcomes.unchecked(e);
        }
    }

    /**
     * Takes the arguments of {@link Transfers#upload(Path, URI, int)} by name, in any order.
     *
     * @return arguments for one launch, none of them given yet
     */
    public static Arguments with() {
        return new Arguments();
    }

    /**
     * The arguments of {@link Transfers#upload(Path, URI, int)} by name, for one launch.
     */
    public static final class Arguments {
        private final GivenArguments given = new GivenArguments("upload", "file", "target");

        private Path file;

        private URI target;

        private int retries = 3;

        private ProcessOptions options = ProcessOptions.defaults();

        private Arguments() {
        }

        /**
         * Gives {@code file}.
         *
         * @param file what to upload
         * @return this
         */
        public Arguments file(Path file) {
            given.give("file");
            this.file = file;
            return this;
        }

        /**
         * Gives {@code target}.
         *
         * @param target where to
         * @return this
         */
        public Arguments target(URI target) {
            given.give("target");
            this.target = target;
            return this;
        }

        /**
         * Gives {@code retries}.
         *
         * @param retries how often to try again
         * @return this
         */
        public Arguments retries(int retries) {
            given.give("retries");
            this.retries = retries;
            return this;
        }

        /**
         * Sets the options of this launch, which override the annotation.
         *
         * @param options the options
         * @return this
         */
        public Arguments options(ProcessOptions options) {
            this.options = options;
            return this;
        }

        /**
         * Starts a child JVM with these arguments. A missing argument is named in the exception.
         *
         * @return the child, which is running
         */
        public ChildProcess<Long> start() {
            return call().start();
        }

        /**
         * Prepares a child JVM with these arguments. A missing argument is named in the exception.
         *
         * @return the child, which is yet to be started
         */
        public ChildProcess<Long> process() {
            return call().process();
        }

        /**
         * Starts a child JVM with these arguments, and waits for its result. A missing argument is named in the exception.
         *
         * @return the result
         * @throws IOException if the method throws it
         * @throws InterruptedException if this thread is interrupted, which ends the child
         * @throws ChildDiedException if the child ends without a result
         */
        public long invoke() throws IOException, InterruptedException, ChildDiedException {
            return UploadLauncher.await(call());
        }

        /**
         * Binds these arguments, to launch with them any number of times. A missing argument is named in the exception.
         *
         * @return the call, which can run any number of times
         */
        public Call<Long> call() {
            given.complete();
            return UploadLauncher.call(file, target, retries).options(options);
        }
    }
}
