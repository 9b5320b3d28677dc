/** How fast the ledger appends and verifies. */
@NullMarked
package dev.interlock.bench.ledger;

import org.jspecify.annotations.NullMarked;
