/** Tests of recovery. */
@NullMarked
package dev.interlock.recovery;

import org.jspecify.annotations.NullMarked;
