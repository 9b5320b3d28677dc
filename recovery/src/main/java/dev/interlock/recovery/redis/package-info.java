/** What a Redis holds: copied by what it is there for, and brought back by a Redis of its own. */
@NullMarked
package dev.interlock.recovery.redis;

import org.jspecify.annotations.NullMarked;
