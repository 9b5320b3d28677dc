@NullMarked
package dev.interlock.facts.azure;

import org.jspecify.annotations.NullMarked;
