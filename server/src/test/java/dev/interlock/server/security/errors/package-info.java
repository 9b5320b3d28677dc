@NullMarked
package dev.interlock.server.security.errors;

import org.jspecify.annotations.NullMarked;
