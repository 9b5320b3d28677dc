package dev.interlock.guardrails.azurepolicy.model;

import dev.interlock.expression.Value;
import dev.interlock.finding.SourceRef;

/**
 * A value given to a parameter by an assignment, or by an initiative to one of its definitions;
 * there texts in it may be expressions on the initiative's own parameters.
 *
 * @param name of the parameter, as written
 */
public record GivenParameter(String name, Value value, SourceRef source) {}
