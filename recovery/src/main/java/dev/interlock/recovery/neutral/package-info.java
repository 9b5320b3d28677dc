/** The ways out of an Odoo: how each is closed in a copy, and the proof that it is. */
@NullMarked
package dev.interlock.recovery.neutral;

import org.jspecify.annotations.NullMarked;
