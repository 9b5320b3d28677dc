/** Reads single objects of Azure Policy from JSON, and says what is wrong with them. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.reading;

import org.jspecify.annotations.NullMarked;
