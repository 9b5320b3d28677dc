/** What every store does to append: waiting threads share a batch, and a checkpoint covers it. */
@NullMarked
package dev.interlock.ledger.append;

import org.jspecify.annotations.NullMarked;
