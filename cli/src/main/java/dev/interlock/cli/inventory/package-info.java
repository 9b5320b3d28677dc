/** {@code inventory}: what is there now, asked of where it is. */
@NullMarked
package dev.interlock.cli.inventory;

import org.jspecify.annotations.NullMarked;
