@NullMarked
package dev.interlock.changes.calendar.window;

import org.jspecify.annotations.NullMarked;
