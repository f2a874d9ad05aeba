package dev.runinprocess.benchmarks;

import dev.runinprocess.benchmarks.rows.Rows;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The program that measures ours for one row, or another way in Java. Takes the same arguments as those of the peers. */
final class Measure {
    /** The flag that asks for the other way. */
    static final String PEER = "peer";

    private Measure() {}

    public static void main(String[] args) throws Exception {
        Arguments arguments = Arguments.parse(List.of(args));
        Row row = Rows.named(arguments.only());
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Run run = new Run(
                Integer.parseInt(arguments.required("operations")),
                Double.parseDouble(arguments.required("warm-up")),
                Double.parseDouble(arguments.required("measure")),
                arguments.value("cores").map(Cores::parse).orElse(List.of()),
                out);
        Cores.pinTo(run.ownCore());
        if (arguments.has(PEER)) {
            row.javaPeer().orElseThrow().measure(run);
        } else {
            row.measure(run);
        }
    }
}
