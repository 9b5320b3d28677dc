/** How the register of changes is kept. */
@NullMarked
package dev.interlock.changes.register;

import org.jspecify.annotations.NullMarked;
