/** A backup being made: the dump as a stream, the list of attachments of one moment. */
@NullMarked
package dev.interlock.recovery.backup;

import org.jspecify.annotations.NullMarked;
