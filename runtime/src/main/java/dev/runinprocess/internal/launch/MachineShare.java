package dev.runinprocess.internal.launch;

import dev.runinprocess.internal.os.PhysicalMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a child's JVM makes use of when it is one of several. By itself each would start collector and compiler threads for all processors, and take a heap as if it were alone: together they would promise many times
 * what there is. The collector itself stays the JVM's choice, and so do the processors that a task sees. The user's own words prevail, and where there is one about a subject nothing is said about it here.
 */
final class MachineShare {
    /*
     * What a JVM decides by itself: a quarter of the memory for the largest heap, a sixty-fourth for the first, collector threads for the first eight processors and five for each
     * eight more, and compiler threads by a product of logarithms. The same is said here for a part of the machine.
     *
     * All heaps together are to fit into three quarters of the memory, so that only pools of more than three workers have smaller ones. But each has a twentieth at least: not all workers are at their largest at the
     * same time, and a task that fails for a heap of a few megabytes would help nobody.
     */
    static final String PROPERTY = "runinprocess.machineShare";

    private static final double JVMS_LARGEST_PERCENT = 25;
    private static final double JVMS_FIRST_PERCENT = 1.5625;
    private static final double LARGEST_OF_ALL_PERCENT = 75;
    private static final double LEAST_LARGEST_PERCENT = 5;
    private static final double LEAST_FIRST_PERCENT = 0.1;
    private static final int COLLECTING_PROCESSORS = 8;
    private static final int LEAST_COMPILERS = 2;

    /**
     * What shares are of, at most. A JVM that is told nothing keeps its heap below 30 GiB, where references are short; one that is told any percentage takes it of all memory, and goes without.
     */
    private static final long LARGEST_WHOLE_BYTES = 119L << 30;

    private static final long MEMORY_BYTES = PhysicalMemory.bytes();

    private static final List<String> FILES_OF_OPTIONS = List.of("@", "-XX:Flags=", "-XX:VMOptionsFile=");
    private static final List<String> ABOUT_HEAPS = List.of("-Xm", "RAM", "HeapSize", "NewSize");
    private static final List<String> ABOUT_COLLECTORS = List.of("GC", "ActiveProcessorCount");
    private static final List<String> ABOUT_COMPILERS =
            List.of("CICompiler", "Tiered", "CompilationMode", "Xint", "Xcomp", "ActiveProcessorCount");

    private MachineShare() {}

    /** The options for one of so many, to stand before all others. */
    static List<String> options(int sharers, List<String> others) {
        boolean off = "off".equalsIgnoreCase(System.getProperty(PROPERTY, ""));
        return off ? List.of() : options(sharers, Runtime.getRuntime().availableProcessors(), MEMORY_BYTES, others);
    }

    static List<String> options(int sharers, int processors, long memoryBytes, List<String> others) {
        List<String> options = new ArrayList<>();
        if (sharers == 1 || others.stream().anyMatch(MachineShare::isFileOfOptions)) {
            return options;
        }
        if (!isAnyAbout(ABOUT_HEAPS, others)) {
            addHeap(sharers, memoryBytes, options);
        }
        int share = Math.max(1, (processors + sharers - 1) / sharers);
        if (collectors(share) < collectors(processors) && !isAnyAbout(ABOUT_COLLECTORS, others)) {
            options.add("-XX:ParallelGCThreads=" + collectors(share));
        }
        if (compilers(share) < compilers(processors) && !isAnyAbout(ABOUT_COMPILERS, others)) {
            options.add("-XX:CICompilerCount=" + compilers(share));
        }
        return options;
    }

    private static void addHeap(int sharers, long memoryBytes, List<String> options) {
        double largest =
                Math.min(JVMS_LARGEST_PERCENT, Math.max(LEAST_LARGEST_PERCENT, LARGEST_OF_ALL_PERCENT / sharers));
        double first = Math.max(LEAST_FIRST_PERCENT, JVMS_FIRST_PERCENT / sharers);
        double part = isLarge(memoryBytes) ? (double) LARGEST_WHOLE_BYTES / memoryBytes : 1;
        if (part < 1 || largest < JVMS_LARGEST_PERCENT) {
            options.add(percentage("-XX:MaxRAMPercentage", largest * part));
        }
        options.add(percentage("-XX:InitialRAMPercentage", first * part));
    }

    /** Whether a percentage of the memory can be another one than that of a JVM that is told nothing. */
    private static boolean isLarge(long memoryBytes) {
        return memoryBytes != PhysicalMemory.UNKNOWN && memoryBytes > LARGEST_WHOLE_BYTES;
    }

    private static String percentage(String option, double percent) {
        return option + "=" + String.format(Locale.ROOT, "%.4f", percent);
    }

    private static int collectors(int processors) {
        int more = Math.max(0, processors - COLLECTING_PROCESSORS);
        return processors - more + more * 5 / 8;
    }

    private static int compilers(int processors) {
        int logarithm = log2(processors);
        return Math.max(LEAST_COMPILERS, logarithm * log2(Math.max(2, logarithm)) * 3 / 2);
    }

    private static int log2(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    private static boolean isFileOfOptions(String option) {
        return FILES_OF_OPTIONS.stream().anyMatch(option::startsWith);
    }

    private static boolean isAnyAbout(List<String> words, List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith("-X"))
                .anyMatch(option -> words.stream().anyMatch(option::contains));
    }

    /** Those of the options on which an archive of classes depends: none, unless a heap may be so large that its JVM has another form of references. */
    static List<String> archivable(List<String> options) {
        return options.isEmpty() || MEMORY_BYTES != PhysicalMemory.UNKNOWN ? List.of() : options;
    }
}
