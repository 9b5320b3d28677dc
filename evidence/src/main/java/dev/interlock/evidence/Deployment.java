package dev.interlock.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An artifact was brought into an environment.
 *
 * @param artifact digest of the artifact
 * @param environment where it went
 * @param change the change it belonged to, or null
 * @param executor the Person who did it, or null when a pipeline did it by itself
 * @param succeeded it runs there
 */
public record Deployment(
    String artifact,
    String environment,
    @Nullable String change,
    @Nullable String executor,
    boolean succeeded,
    Instant at)
    implements Predicate {}
