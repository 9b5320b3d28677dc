/** {@code interlock expand}. */
@NullMarked
package dev.interlock.cli.expand;

import org.jspecify.annotations.NullMarked;
