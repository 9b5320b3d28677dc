/** Signing in and out. */
@NullMarked
package dev.interlock.server.security.signin;

import org.jspecify.annotations.NullMarked;
