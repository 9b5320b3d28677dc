/** Which aliases exist, where on a resource their values are, and which types have tags. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.alias;

import org.jspecify.annotations.NullMarked;
