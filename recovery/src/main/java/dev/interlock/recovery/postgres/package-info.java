/** Everything that talks to PostgreSQL and its tools: addresses, snapshots, dumps and restores. */
@NullMarked
package dev.interlock.recovery.postgres;

import org.jspecify.annotations.NullMarked;
