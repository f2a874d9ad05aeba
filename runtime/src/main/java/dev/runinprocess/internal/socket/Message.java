package dev.runinprocess.internal.socket;

/**
 * A message that came.
 *
 * @param kind the kind it was sent as
 * @param bytes what was sent, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record Message(byte kind, byte[] bytes) {}
