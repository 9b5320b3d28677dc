@NullMarked
package dev.interlock.cli.check;

import org.jspecify.annotations.NullMarked;
