@NullMarked
package dev.interlock.estate;

import org.jspecify.annotations.NullMarked;
