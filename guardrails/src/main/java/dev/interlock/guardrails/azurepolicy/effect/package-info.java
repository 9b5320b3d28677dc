/** The effects of Azure Policy and what their details come to. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.effect;

import org.jspecify.annotations.NullMarked;
