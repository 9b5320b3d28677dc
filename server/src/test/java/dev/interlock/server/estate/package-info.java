@NullMarked
package dev.interlock.server.estate;

import org.jspecify.annotations.NullMarked;
