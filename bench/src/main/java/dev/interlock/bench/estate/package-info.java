/** Estates of any size, and how long loading them takes. */
@NullMarked
package dev.interlock.bench.estate;

import org.jspecify.annotations.NullMarked;
