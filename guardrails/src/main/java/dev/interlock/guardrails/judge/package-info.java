@NullMarked
package dev.interlock.guardrails.judge;

import org.jspecify.annotations.NullMarked;
