@NullMarked
package dev.interlock.guardrails.waiver;

import org.jspecify.annotations.NullMarked;
