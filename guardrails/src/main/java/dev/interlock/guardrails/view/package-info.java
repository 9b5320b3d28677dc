@NullMarked
package dev.interlock.guardrails.view;

import org.jspecify.annotations.NullMarked;
