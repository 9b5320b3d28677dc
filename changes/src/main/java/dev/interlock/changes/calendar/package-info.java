@NullMarked
package dev.interlock.changes.calendar;

import org.jspecify.annotations.NullMarked;
