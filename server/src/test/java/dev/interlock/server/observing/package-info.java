@NullMarked
package dev.interlock.server.observing;

import org.jspecify.annotations.NullMarked;
