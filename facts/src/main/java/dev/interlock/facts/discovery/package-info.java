@NullMarked
package dev.interlock.facts.discovery;

import org.jspecify.annotations.NullMarked;
