package dev.interlock.facts.arm.expand;

import dev.interlock.expression.Value;
import dev.interlock.finding.SourceRef;

/**
 * A value that somebody gives to a parameter.
 *
 * @param source where it is given
 */
public record Given(Value value, SourceRef source) {}
