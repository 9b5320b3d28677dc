/** The evaluation of one Azure Policy definition, and why it came out so. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.evaluation;

import org.jspecify.annotations.NullMarked;
