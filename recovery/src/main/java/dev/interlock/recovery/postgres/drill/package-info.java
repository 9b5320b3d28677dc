/** An isolated PostgreSQL in a folder of its own, which goes when its owner goes. */
@NullMarked
package dev.interlock.recovery.postgres.drill;

import org.jspecify.annotations.NullMarked;
