@NullMarked
package dev.interlock.guardrails.path;

import org.jspecify.annotations.NullMarked;
