package dev.interlock.guardrails.cel;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with an expression, found before it is ever evaluated.
 *
 * @param offset where, in code points from the beginning of the expression
 * @param message what is wrong
 * @param hint what to do about it, or null
 */
public record ExpressionProblem(int offset, String message, @Nullable String hint) {}
