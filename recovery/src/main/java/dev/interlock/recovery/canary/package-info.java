/** A row and a file of a known moment: planted before a backup, looked for after a restore. */
@NullMarked
package dev.interlock.recovery.canary;

import org.jspecify.annotations.NullMarked;
