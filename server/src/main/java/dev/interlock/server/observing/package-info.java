/** What the server tells about itself to whoever runs it. */
@NullMarked
package dev.interlock.server.observing;

import org.jspecify.annotations.NullMarked;
