/** Strict reading of small JSON documents. */
@NullMarked
package dev.interlock.ledger.json;

import org.jspecify.annotations.NullMarked;
