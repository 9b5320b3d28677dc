@NullMarked
package dev.interlock.changes.trust;

import org.jspecify.annotations.NullMarked;
