package dev.interlock.guardrails.azurepolicy.testing;

import dev.interlock.expression.Value;

/**
 * How a case came out.
 *
 * @param file it is written in
 * @param line it begins at
 * @param expected as the case has it
 * @param actual what the evaluation gave
 */
public record CaseResult(
    String file, int line, String name, boolean passed, Value expected, Value actual) {}
