/** What can be wrong with backups, one rule a file. */
@NullMarked
package dev.interlock.recovery.alert;

import org.jspecify.annotations.NullMarked;
