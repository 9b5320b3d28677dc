/** What goes wrong outside the server, and what hostile or hurried callers do to it. */
@NullMarked
package dev.interlock.server.faults;

import org.jspecify.annotations.NullMarked;
