@NullMarked
package dev.interlock.guardrails.pack;

import org.jspecify.annotations.NullMarked;
