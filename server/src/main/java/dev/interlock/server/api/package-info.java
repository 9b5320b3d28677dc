/** The REST API for programs, {@code /api/v1}: the same actions as the console's. */
@NullMarked
package dev.interlock.server.api;

import org.jspecify.annotations.NullMarked;
