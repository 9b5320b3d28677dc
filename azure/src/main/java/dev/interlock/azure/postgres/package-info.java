/** Servers of Azure Database for PostgreSQL, in our words. */
@NullMarked
package dev.interlock.azure.postgres;

import org.jspecify.annotations.NullMarked;
