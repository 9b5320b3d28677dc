package dev.interlock.changes;

import java.time.Instant;

/**
 * One step of the proof why a slot can't start earlier: a slot that starts anywhere in {@code
 * [from, until)} would run into the closure.
 *
 * @param from first start that is ruled out
 * @param until the next start that this step does not rule out
 * @param because what every slot that starts in between runs into
 */
public record BlockedStarts(Instant from, Instant until, Closure because) {}
