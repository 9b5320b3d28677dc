/** The server: sign-in, REST API, console and jobs, over the use cases. */
@NullMarked
package dev.interlock.server;

import org.jspecify.annotations.NullMarked;
