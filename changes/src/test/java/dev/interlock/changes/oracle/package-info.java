/**
 * A second opinion on calendars that shares no code and no calendar library with the product: it
 * walks minute by minute and asks of each whether it belongs, straight from the definitions. Only
 * the JDK's time zone rules are shared.
 */
@NullMarked
package dev.interlock.changes.oracle;

import org.jspecify.annotations.NullMarked;
