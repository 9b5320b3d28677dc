@NullMarked
package dev.interlock.changes.calendar.ics;

import org.jspecify.annotations.NullMarked;
