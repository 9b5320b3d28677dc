@NullMarked
package dev.interlock.facts.terraform;

import org.jspecify.annotations.NullMarked;
