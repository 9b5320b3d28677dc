@NullMarked
package dev.interlock.cli.output;

import org.jspecify.annotations.NullMarked;
