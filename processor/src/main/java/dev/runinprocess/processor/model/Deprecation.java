package dev.runinprocess.processor.model;

/** What a {@code @Deprecated} says, carried over from a method or a type to what is generated from it. */
public record Deprecation(String since, boolean forRemoval) {}
