/** {@code drill}: restore drills, what they measured and what they found. */
@NullMarked
package dev.interlock.cli.drill;

import org.jspecify.annotations.NullMarked;
