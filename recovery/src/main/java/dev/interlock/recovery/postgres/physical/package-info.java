/** Copies of a whole server and the log of its changes, for going back to any point in time. */
@NullMarked
package dev.interlock.recovery.postgres.physical;

import org.jspecify.annotations.NullMarked;
