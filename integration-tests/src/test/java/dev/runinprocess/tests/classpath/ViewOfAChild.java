package dev.runinprocess.tests.classpath;

import java.util.List;

/**
 * What the program {@link dev.runinprocess.tests.classpath.program.Look} has printed of its child.
 *
 * @param lines one fact each
 */
record ViewOfAChild(List<String> lines) {
    private static final List<String> OF_EACH = List.of(
            "-XX:ErrorFile=",
            "-XX:-UsePerfData",
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+UseCountedLoopSafepoints",
            "-XX:LoopStripMiningIter=",
            "-Druninprocess.",
            "-XX:TieredStopAtLevel");

    static ViewOfAChild in(String stdout) {
        return new ViewOfAChild(stdout.lines().toList());
    }

    List<String> classPath() {
        return starting("entry ");
    }

    /** Without those that each child of these tests has. */
    List<String> options() {
        return starting("option ").stream()
                .filter(option -> OF_EACH.stream().noneMatch(option::startsWith))
                .toList();
    }

    List<String> modules() {
        return starting("module ");
    }

    String property(String name) {
        return only("property " + name + "=");
    }

    List<String> propertyNames() {
        return starting("property ").stream()
                .map(property -> property.substring(0, property.indexOf('=')))
                .toList();
    }

    List<String> environment() {
        return starting("environment ");
    }

    private String only(String start) {
        List<String> found = starting(start);
        if (found.size() != 1) {
            throw new AssertionError("not one line starts with '" + start + "': " + String.join("\n", lines));
        }
        return found.get(0);
    }

    private List<String> starting(String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
