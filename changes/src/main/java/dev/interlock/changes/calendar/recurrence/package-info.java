@NullMarked
package dev.interlock.changes.calendar.recurrence;

import org.jspecify.annotations.NullMarked;
