package dev.interlock.evidence;

import java.time.Instant;

/**
 * An artifact was tested in an environment.
 *
 * @param artifact digest of the artifact
 * @param environment where it was tested
 * @param suite what was run
 * @param passed nothing failed
 */
public record TestRun(String artifact, String environment, String suite, boolean passed, Instant at)
    implements Predicate {}
