/** How a directory becomes entries, digests and diagnostics. */
@NullMarked
package dev.interlock.estate.loading;

import org.jspecify.annotations.NullMarked;
