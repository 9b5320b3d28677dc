@NullMarked
package dev.interlock.guardrails;

import org.jspecify.annotations.NullMarked;
