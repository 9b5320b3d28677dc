/** Fields of resources as Azure Policy names them: words, tags, aliases. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.field;

import org.jspecify.annotations.NullMarked;
