package dev.runinprocess.tests.conformance;

/**
 * A value of which it matters whether somebody has it.
 *
 * @param number which one
 */
record CountedObject(int number) {}
