/** The C2SP signed-note and tlog-checkpoint texts. */
@NullMarked
package dev.interlock.ledger.note;

import org.jspecify.annotations.NullMarked;
