@NullMarked
package dev.interlock.changes.calendar.source;

import org.jspecify.annotations.NullMarked;
