/** How many decisions the gate gives in a second. */
@NullMarked
package dev.interlock.bench.gate;

import org.jspecify.annotations.NullMarked;
