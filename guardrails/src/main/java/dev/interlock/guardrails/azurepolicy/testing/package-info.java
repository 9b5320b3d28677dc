/** Tests of policies: files of kind PolicyTest, and running them. */
@NullMarked
package dev.interlock.guardrails.azurepolicy.testing;

import org.jspecify.annotations.NullMarked;
