/** What is asked of a restored system as a database. */
@NullMarked
package dev.interlock.recovery.database;

import org.jspecify.annotations.NullMarked;
