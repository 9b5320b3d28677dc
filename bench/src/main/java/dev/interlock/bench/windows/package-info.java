@NullMarked
package dev.interlock.bench.windows;

import org.jspecify.annotations.NullMarked;
