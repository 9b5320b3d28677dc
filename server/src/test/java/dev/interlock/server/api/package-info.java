/** Tests of the REST API from outside: HTTP against a whole server. */
@NullMarked
package dev.interlock.server.api;

import org.jspecify.annotations.NullMarked;
