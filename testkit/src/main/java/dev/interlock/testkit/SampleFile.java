package dev.interlock.testkit;

import dev.interlock.evidence.Predicate;

/**
 * One file of the sample's evidence.
 *
 * @param path below {@code samples/evidence}
 * @param predicate what it states
 * @param key name of the sample key that signs it
 */
record SampleFile(String path, Predicate predicate, String key) {}
