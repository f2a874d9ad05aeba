package dev.runinprocess.tests.deaths;

import java.util.List;

/**
 * How a survivor got the lock.
 *
 * @param abandoned whether it came from the dead
 * @param warnings what the library's logger said of it
 */
record Taking(boolean abandoned, List<String> warnings) {}
