@NullMarked
package dev.interlock.guardrails.load;

import org.jspecify.annotations.NullMarked;
