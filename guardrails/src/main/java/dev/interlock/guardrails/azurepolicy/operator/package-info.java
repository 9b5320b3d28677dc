/** The operators of Azure Policy's conditions, one a file. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.operator;

import org.jspecify.annotations.NullMarked;
