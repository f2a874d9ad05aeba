package dev.runinprocess.processor.read;

import dev.runinprocess.Daemon;
import dev.runinprocess.processor.diagnostics.Message;
import dev.runinprocess.processor.diagnostics.Problem;
import dev.runinprocess.processor.diagnostics.Problems;
import dev.runinprocess.processor.model.LaunchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** Reads the attributes of {@code @RunInProcess} that are defaults for each launch, and checks them. */
final class SettingsReader {
    private static final Pattern HEAP = Pattern.compile("0*[1-9][0-9]*[kKmMgGtT]?");

    /** Options that {@code java} lets stand apart from their values. */
    private static final Set<String> TAKES_NEXT = Set.of(
            "--add-exports",
            "--add-modules",
            "--add-opens",
            "--add-reads",
            "--enable-native-access",
            "--limit-modules",
            "--patch-module",
            "--upgrade-module-path");

    private final Problems problems;

    SettingsReader(Problems problems) {
        this.problems = problems;
    }

    LaunchSettings read(Attributes annotation) {
        return new LaunchSettings(
                annotation.text("name").filter(name -> isProcessName(annotation, name)),
                daemon(annotation),
                annotation.text("maxHeap").filter(size -> isHeap(annotation, size)),
                jvmArgs(annotation),
                annotation.text("timeout").flatMap(text -> timeout(annotation, text)));
    }

    private boolean isProcessName(Attributes annotation, String name) {
        boolean valid = !name.isBlank() && name.chars().noneMatch(Character::isISOControl);
        if (!valid) {
            report(annotation, "name", Message.PROCESS_NAME, printable(name));
        }
        return valid;
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static Optional<Boolean> daemon(Attributes annotation) {
        return annotation
                .value("daemon")
                .map(value -> ((Element) value.getValue()).getSimpleName().toString())
                .map(Daemon::valueOf)
                .filter(daemon -> daemon != Daemon.INHERIT)
                .map(daemon -> daemon == Daemon.YES);
    }

    private boolean isHeap(Attributes annotation, String size) {
        boolean valid = HEAP.matcher(size).matches();
        if (!valid) {
            report(annotation, "maxHeap", Message.MAX_HEAP, size);
        }
        return valid;
    }

    private List<String> jvmArgs(Attributes annotation) {
        List<String> valid = new ArrayList<>();
        String before = "";
        for (AnnotationValue value : annotation.list("jvmArgs")) {
            String argument = value.getValue().toString();
            if (argument.startsWith("-") || argument.startsWith("@") || TAKES_NEXT.contains(before)) {
                valid.add(argument);
            } else {
                Object meaning = argument.isBlank() ? "a class without a name" : "the name of the main class";
                problems.add(Problem.at(
                        annotation.element(), annotation.annotation(), value, Message.JVM_ARGS, argument, meaning));
            }
            before = argument;
        }
        return valid;
    }

    private Optional<Duration> timeout(Attributes annotation, String text) {
        Optional<Duration> timeout = Durations.parse(text).filter(found -> !found.isNegative() && !found.isZero());
        if (timeout.isEmpty()) {
            report(annotation, "timeout", Message.TIMEOUT, text);
        }
        return timeout;
    }

    private void report(Attributes annotation, String attribute, Message message, Object... facts) {
        AnnotationValue value = annotation.value(attribute).orElseThrow();
        problems.add(Problem.at(annotation.element(), annotation.annotation(), value, message, facts));
    }
}
