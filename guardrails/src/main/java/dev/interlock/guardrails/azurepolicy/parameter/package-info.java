/** The values that parameters have. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.parameter;

import org.jspecify.annotations.NullMarked;
