/** Commands about Azure Policy. */
@NullMarked
package dev.interlock.cli.policy;

import org.jspecify.annotations.NullMarked;
