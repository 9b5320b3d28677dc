@NullMarked
package dev.interlock.changes;

import org.jspecify.annotations.NullMarked;
