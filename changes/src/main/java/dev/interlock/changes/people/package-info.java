@NullMarked
package dev.interlock.changes.people;

import org.jspecify.annotations.NullMarked;
