/**
 * What a store holds, what of it is kept and why, and how the rest is removed without ever leaving
 * a backup that looks whole and is not.
 */
@NullMarked
package dev.interlock.recovery.retention;

import org.jspecify.annotations.NullMarked;
