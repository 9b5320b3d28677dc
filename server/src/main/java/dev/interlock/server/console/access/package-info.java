/** Pages about accounts and tokens. */
@NullMarked
package dev.interlock.server.console.access;

import org.jspecify.annotations.NullMarked;
