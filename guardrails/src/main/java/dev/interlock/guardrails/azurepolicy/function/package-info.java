/** The template functions that only policy rules have, or have differently. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.function;

import org.jspecify.annotations.NullMarked;
