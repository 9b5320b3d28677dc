@NullMarked
package dev.interlock.facts.kubernetes;

import org.jspecify.annotations.NullMarked;
