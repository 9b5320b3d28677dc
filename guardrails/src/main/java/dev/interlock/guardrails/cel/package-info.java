@NullMarked
package dev.interlock.guardrails.cel;

import org.jspecify.annotations.NullMarked;
