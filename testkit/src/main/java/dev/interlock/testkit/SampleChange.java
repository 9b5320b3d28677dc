package dev.interlock.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * A change of the sample and when it is judged.
 *
 * @param name of the file under {@code samples/changes}, without its ending
 * @param artifact digest of what it brings in; empty when nothing
 * @param at the instant
 * @param notice how long before the first approval was given
 */
record SampleChange(
    String name, String environment, String artifact, Instant at, Duration notice) {}
