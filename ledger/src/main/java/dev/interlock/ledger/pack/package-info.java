/** The ZIP form of an evidence pack. */
@NullMarked
package dev.interlock.ledger.pack;

import org.jspecify.annotations.NullMarked;
