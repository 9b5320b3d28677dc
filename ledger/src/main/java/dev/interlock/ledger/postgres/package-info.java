/** The store in PostgreSQL: the only place of this module that knows SQL. */
@NullMarked
package dev.interlock.ledger.postgres;

import org.jspecify.annotations.NullMarked;
