package dev.interlock.evidence;

import java.time.Instant;

/**
 * A person looked back on something: an emergency change, a drill, a month of cost.
 *
 * @param subject name of what was reviewed
 * @param person name of the Person in the estate
 * @param accepted nothing is left to do
 * @param notes what was found
 */
public record Review(String subject, String person, boolean accepted, String notes, Instant at)
    implements Predicate {}
