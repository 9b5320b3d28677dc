/** How long the pages of a running server take. */
@NullMarked
package dev.interlock.bench.pages;

import org.jspecify.annotations.NullMarked;
