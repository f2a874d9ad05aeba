package dev.runinprocess.tests.deaths;

import java.util.List;

/**
 * How a survivor left a barrier.
 *
 * @param broken whether it was broken
 * @param warnings what the library's logger said of it
 */
record Met(boolean broken, List<String> warnings) {}
