@NullMarked
package dev.interlock.server.drills;

import org.jspecify.annotations.NullMarked;
