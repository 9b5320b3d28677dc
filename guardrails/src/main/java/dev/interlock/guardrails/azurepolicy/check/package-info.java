/** Assignments of Azure Policy as part of a check: resources in, findings out. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.check;

import org.jspecify.annotations.NullMarked;
