/**
 * Signed statements, an append-only Merkle log of them, and everything needed to verify both
 * offline. Knows bytes, types and hashes; knows no decision.
 */
@NullMarked
package dev.interlock.ledger;

import org.jspecify.annotations.NullMarked;
