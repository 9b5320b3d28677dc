@NullMarked
package dev.interlock.cli.init;

import org.jspecify.annotations.NullMarked;
