@NullMarked
package dev.interlock.changes.calendar.time;

import org.jspecify.annotations.NullMarked;
