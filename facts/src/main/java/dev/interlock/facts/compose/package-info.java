@NullMarked
package dev.interlock.facts.compose;

import org.jspecify.annotations.NullMarked;
