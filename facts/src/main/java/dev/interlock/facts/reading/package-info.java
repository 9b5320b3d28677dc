@NullMarked
package dev.interlock.facts.reading;

import org.jspecify.annotations.NullMarked;
