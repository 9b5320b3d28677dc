@NullMarked
package dev.interlock.cli.terminal;

import org.jspecify.annotations.NullMarked;
