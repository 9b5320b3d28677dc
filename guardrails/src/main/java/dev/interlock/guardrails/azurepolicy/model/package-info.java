/** What Azure Policy knows: definitions, initiatives, assignments, exemptions, and all of them. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.model;

import org.jspecify.annotations.NullMarked;
