package dev.runinprocess.link;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps count of the arguments given to a {@code with()} builder. For one thread. */
public final class GivenArguments {
    private final String method;
    private final List<String> required;
    private final Set<String> given = new HashSet<>();
    private boolean used;

    /** Starts with none given, for a method and its parameters without defaults. */
    public GivenArguments(String method, String... required) {
        this.method = method;
        this.required = List.of(required);
    }

    /** An array of none: what variable arguments are until they are given. Of generic types, generated code could not make one itself. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is empty, and of the type that the caller's arguments have
    public static <T> T[] none(T... none) {
        return none;
    }

    /**
     * Notes an argument.
     *
     * @throws IllegalStateException if it was given before, or the builder was used
     */
    public void give(String name) {
        requireUnused();
        if (!given.add(name)) {
            throw new IllegalStateException("The argument '" + name + "' of " + method + " is given twice.");
        }
    }

    /**
     * Checks that no argument is missing, and marks the builder as used.
     *
     * @throws IllegalStateException naming all that are missing, or if the builder was used
     */
    public void complete() {
        requireUnused();
        List<String> missing =
                required.stream().filter(name -> !given.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Arguments of " + method + " are missing: " + String.join(", ", missing)
                    + ". Give each before the launch.");
        }
        used = true;
    }

    private void requireUnused() {
        if (used) {
            throw new IllegalStateException(
                    "These arguments of " + method + " were used already. Call with() again for another launch.");
        }
    }
}
