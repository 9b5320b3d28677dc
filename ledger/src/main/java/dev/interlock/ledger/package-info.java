@NullMarked
package dev.interlock.ledger;

import org.jspecify.annotations.NullMarked;
