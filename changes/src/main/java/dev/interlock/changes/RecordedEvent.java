package dev.interlock.changes;

import java.time.Instant;

/**
 * An event in the register.
 *
 * @param position from 1, without gaps, in the order in which the events became visible
 * @param version of the change after it; 0 for evidence that is about no single change
 * @param says what happened
 * @param account who did it
 * @param at when
 */
public record RecordedEvent(
    long position, int version, RegisterEvent says, String account, Instant at) {}
