/** Azure Policy rules, compiled and evaluated. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.rule;

import org.jspecify.annotations.NullMarked;
