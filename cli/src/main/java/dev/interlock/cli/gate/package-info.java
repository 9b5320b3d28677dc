@NullMarked
package dev.interlock.cli.gate;

import org.jspecify.annotations.NullMarked;
