@NullMarked
package dev.interlock.changes.contact;

import org.jspecify.annotations.NullMarked;
