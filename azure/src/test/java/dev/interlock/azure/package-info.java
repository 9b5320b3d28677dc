@NullMarked
package dev.interlock.azure;

import org.jspecify.annotations.NullMarked;
