/** Assignments of Azure Policy: what is in force for which resource, and what follows. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.assignment;

import org.jspecify.annotations.NullMarked;
