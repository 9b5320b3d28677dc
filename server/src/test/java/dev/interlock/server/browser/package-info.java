/** People at the console, in a real browser. */
@NullMarked
package dev.interlock.server.browser;

import org.jspecify.annotations.NullMarked;
