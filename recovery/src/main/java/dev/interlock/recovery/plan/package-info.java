/**
 * The parts of a recovery plan: order, people, measurements, the backup to take, what is missing.
 */
@NullMarked
package dev.interlock.recovery.plan;

import org.jspecify.annotations.NullMarked;
