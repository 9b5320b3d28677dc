/** The parts of a drill: what is fetched, what is asked of the backup itself, what is measured. */
@NullMarked
package dev.interlock.recovery.drill;

import org.jspecify.annotations.NullMarked;
