/** Restore drills that the server runs: when, one at a time on a host, and how far they are. */
@NullMarked
package dev.interlock.server.drills;

import org.jspecify.annotations.NullMarked;
