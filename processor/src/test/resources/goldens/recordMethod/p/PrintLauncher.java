package p;

import dev.runinprocess.Call;
import dev.runinprocess.ChildProcess;
import dev.runinprocess.ProcessOptions;
import dev.runinprocess.failure.ChildDiedException;
import dev.runinprocess.link.GivenArguments;
import dev.runinprocess.link.Outcomes;
import dev.runinprocess.link.TaskDefinition;
import java.util.concurrent.ExecutionException;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Drawing#print(String[])} in a child JVM.
 * Generated from it: edit that, since edits here are lost.
 */
@Generated(
        value = "dev.runinprocess.processor.RunInProcessProcessor",
        comments = "from Drawing.print"
)
final class PrintLauncher {
    private static final TaskDefinition DEFINITION = TaskDefinition.of(
            "print",
            PrintEntryPoint.class,
            "void Drawing.print(String... pages)",
            "2fd1ad5166d636f901b9b577c69f1e93");

    private PrintLauncher() {
    }

    /**
     * Starts a child JVM that runs {@link Drawing#print(String[])}.
     *
     * @param drawing what the method is called on
     * @param pages the argument {@code pages}
     * @return the child, which is running
     */
    public static ChildProcess<Void> start(Drawing drawing, String... pages) {
        return call(drawing, pages).start();
    }

    /**
     * Prepares a child JVM that will run {@link Drawing#print(String[])}.
     *
     * @param drawing what the method is called on
     * @param pages the argument {@code pages}
     * @return the child, which is yet to be started
     */
    public static ChildProcess<Void> process(Drawing drawing, String... pages) {
        return call(drawing, pages).process();
    }

    /**
     * Starts a child JVM that runs {@link Drawing#print(String[])}, and waits for its result.
     *
     * @param drawing what the method is called on
     * @param pages the argument {@code pages}
     * @throws InterruptedException if this thread is interrupted, which ends the child
     * @throws ChildDiedException if the child ends without a result
     */
    public static void invoke(Drawing drawing, String... pages) throws InterruptedException,
            ChildDiedException {
        await(call(drawing, pages));
    }

    /**
     * Binds arguments to {@link Drawing#print(String[])}, to launch it with options or several times.
     *
     * @param drawing what the method is called on
     * @param pages the argument {@code pages}
     * @return the call, which can run any number of times
     */
    public static Call<Void> call(Drawing drawing, String... pages) {
        return Call.of(DEFINITION, new PrintEntryPoint.Arguments(drawing, pages));
    }

    private static void await(Call<Void> call) throws InterruptedException, ChildDiedException {
        try {
            call.await();
        } catch (ExecutionException e) {
            throw Outcomes.unchecked(e);
        }
    }

    /**
     * Takes the arguments of {@link Drawing#print(String[])} by name, in any order.
     *
     * @return arguments for one launch, none of them given yet
     */
    public static Arguments with() {
        return new Arguments();
    }

    /**
     * The arguments of {@link Drawing#print(String[])} by name, for one launch.
     */
    public static final class Arguments {
        private final GivenArguments given = new GivenArguments("print", "drawing");

        private Drawing drawing;

        private String[] pages = {};

        private ProcessOptions options = ProcessOptions.defaults();

        private Arguments() {
        }

        /**
         * Gives {@code drawing}.
         *
         * @param drawing what the method is called on
         * @return this
         */
        public Arguments drawing(Drawing drawing) {
            given.give("drawing");
            this.drawing = drawing;
            return this;
        }

        /**
         * Gives {@code pages}.
         *
         * @param pages the argument {@code pages}
         * @return this
         */
        public Arguments pages(String... pages) {
            given.give("pages");
            this.pages = pages;
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
        public ChildProcess<Void> start() {
            return call().start();
        }

        /**
         * Prepares a child JVM with these arguments. A missing argument is named in the exception.
         *
         * @return the child, which is yet to be started
         */
        public ChildProcess<Void> process() {
            return call().process();
        }

        /**
         * Starts a child JVM with these arguments, and waits for its result. A missing argument is named in the exception.
         *
         * @throws InterruptedException if this thread is interrupted, which ends the child
         * @throws ChildDiedException if the child ends without a result
         */
        public void invoke() throws InterruptedException, ChildDiedException {
            PrintLauncher.await(call());
        }

        /**
         * Binds these arguments, to launch with them any number of times. A missing argument is named in the exception.
         *
         * @return the call, which can run any number of times
         */
        public Call<Void> call() {
            given.complete();
            return PrintLauncher.call(drawing, pages).options(options);
        }
    }
}
