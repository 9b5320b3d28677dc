/** People who sign in here, with their passwords. */
@NullMarked
package dev.interlock.server.security.accounts;

import org.jspecify.annotations.NullMarked;
