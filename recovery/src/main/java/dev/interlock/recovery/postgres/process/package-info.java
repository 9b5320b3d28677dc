/** Programs that are started and never outlive the one that started them. */
@NullMarked
package dev.interlock.recovery.postgres.process;

import org.jspecify.annotations.NullMarked;
