/** Short questions to a restored database, and what a check counts meanwhile. */
@NullMarked
package dev.interlock.recovery.query;

import org.jspecify.annotations.NullMarked;
