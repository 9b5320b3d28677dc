@NullMarked
package dev.interlock.architecture;

import org.jspecify.annotations.NullMarked;
