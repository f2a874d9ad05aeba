package dev.runinprocess.internal.launch;

/**
 * What a child runs.
 *
 * @param displayName class and method, for people
 * @param entryPoint the class whose {@code main} runs in the child
 * @param signature the method's signature, for messages
 * @param fingerprint what the entry point in the child must have, too
 */
public record TaskSpec(String displayName, Class<?> entryPoint, String signature, String fingerprint) {}
