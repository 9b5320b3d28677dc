/** Tools that keep backups of a whole server: what they keep is asked of them, and nobody else. */
@NullMarked
package dev.interlock.recovery.catalogue;

import org.jspecify.annotations.NullMarked;
