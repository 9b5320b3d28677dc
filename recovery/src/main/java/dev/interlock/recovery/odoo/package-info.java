/** What is asked of a restored system as Odoo, 16 to 19; what is there decides, not the version. */
@NullMarked
package dev.interlock.recovery.odoo;

import org.jspecify.annotations.NullMarked;
