/** The company's own Odoo on what a drill restored: started, asked, and ended with the drill. */
@NullMarked
package dev.interlock.recovery.boot;

import org.jspecify.annotations.NullMarked;
