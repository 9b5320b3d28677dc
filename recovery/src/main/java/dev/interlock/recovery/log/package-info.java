/** The log of a database server in a store: what was shipped, what of it can be followed. */
@NullMarked
package dev.interlock.recovery.log;

import org.jspecify.annotations.NullMarked;
