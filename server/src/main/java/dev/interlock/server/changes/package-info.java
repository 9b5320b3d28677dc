/** The registered changes: where they are kept and what is done with them by itself. */
@NullMarked
package dev.interlock.server.changes;

import org.jspecify.annotations.NullMarked;
