/** Tokens with which programs call the API. */
@NullMarked
package dev.interlock.server.security.tokens;

import org.jspecify.annotations.NullMarked;
