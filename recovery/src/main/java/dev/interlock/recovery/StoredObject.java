package dev.interlock.recovery;

/**
 * What was stored.
 *
 * @param bytes its size as it lies there
 * @param digest digest of it as it lies there, {@code sha256:…}
 */
public record StoredObject(String name, long bytes, String digest) {}
