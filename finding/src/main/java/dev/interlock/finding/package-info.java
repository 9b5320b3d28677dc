@NullMarked
package dev.interlock.finding;

import org.jspecify.annotations.NullMarked;
