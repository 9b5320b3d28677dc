/** Git repositories with configuration: saved as bundles, and unpacked again for proof. */
@NullMarked
package dev.interlock.recovery.configuration;

import org.jspecify.annotations.NullMarked;
