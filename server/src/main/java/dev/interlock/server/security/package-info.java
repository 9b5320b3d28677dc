/** Who may do what: roles, routes, headers, and the person who is signed in. */
@NullMarked
package dev.interlock.server.security;

import org.jspecify.annotations.NullMarked;
