/** What people did, for the ledger. */
@NullMarked
package dev.interlock.server.security.events;

import org.jspecify.annotations.NullMarked;
