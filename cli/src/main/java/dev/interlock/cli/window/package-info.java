@NullMarked
package dev.interlock.cli.window;

import org.jspecify.annotations.NullMarked;
