/** What people read when something went wrong. */
@NullMarked
package dev.interlock.server.security.errors;

import org.jspecify.annotations.NullMarked;
