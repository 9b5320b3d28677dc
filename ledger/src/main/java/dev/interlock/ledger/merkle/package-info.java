/** RFC 6962 hashing and trees. */
@NullMarked
package dev.interlock.ledger.merkle;

import org.jspecify.annotations.NullMarked;
