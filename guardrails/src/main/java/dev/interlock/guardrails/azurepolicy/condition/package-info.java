/** Conditions of Azure Policy rules: what they test, and what is unknown about it. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.condition;

import org.jspecify.annotations.NullMarked;
