/** PEM, DER and Ed25519 details behind the key types. */
@NullMarked
package dev.interlock.ledger.crypto;

import org.jspecify.annotations.NullMarked;
