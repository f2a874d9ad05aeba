package dev.runinprocess.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line: words, flags, and options with a value. */
final class Arguments {
    /** Everything else that begins with two dashes takes a value. */
    private static final Set<String> FLAGS = Set.of("help", "list", "quick", "busy", "idle", "update", Measure.PEER);

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    private Arguments() {}

    static Arguments parse(List<String> given) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < given.size(); i++) {
            String argument = given.get(i);
            if (!argument.startsWith("--")) {
                arguments.words.add(argument);
                continue;
            }
            String name = argument.substring(2);
            if (FLAGS.contains(name)) {
                arguments.options.put(name, "");
            } else if (i + 1 < given.size()) {
                i++;
                arguments.options.put(name, given.get(i));
            } else {
                throw new IllegalArgumentException(argument + " needs a value");
            }
        }
        return arguments;
    }

    /** Refuses options that nobody knows. */
    Arguments allowing(Set<String> known) {
        for (String name : options.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("There is no option --" + name + ". See --help.");
            }
        }
        return this;
    }

    List<String> words() {
        return words;
    }

    String only() {
        if (words.size() != 1) {
            throw new IllegalArgumentException("Name one row: rows=" + words);
        }
        return words.get(0);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    String required(String option) {
        return value(option).orElseThrow(() -> new IllegalArgumentException("--" + option + " is missing"));
    }
}
