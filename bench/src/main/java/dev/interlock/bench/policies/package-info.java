/** How fast Azure Policy definitions are evaluated. */
@NullMarked
package dev.interlock.bench.policies;

import org.jspecify.annotations.NullMarked;
