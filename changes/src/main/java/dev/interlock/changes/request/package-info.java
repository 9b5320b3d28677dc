@NullMarked
package dev.interlock.changes.request;

import org.jspecify.annotations.NullMarked;
