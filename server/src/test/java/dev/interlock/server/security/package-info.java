@NullMarked
package dev.interlock.server.security;

import org.jspecify.annotations.NullMarked;
