/** What every table holds, as numbers that do not depend on the order of rows. */
@NullMarked
package dev.interlock.recovery.postgres.digest;

import org.jspecify.annotations.NullMarked;
