/** Reads the objects of Azure Policy from JSON, in every layout that people keep them in. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.source;

import org.jspecify.annotations.NullMarked;
