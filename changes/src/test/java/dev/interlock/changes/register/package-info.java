@NullMarked
package dev.interlock.changes.register;

import org.jspecify.annotations.NullMarked;
