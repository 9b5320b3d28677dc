/** The ledger file: frames, scanning, recovery, locking. */
@NullMarked
package dev.interlock.ledger.file;

import org.jspecify.annotations.NullMarked;
