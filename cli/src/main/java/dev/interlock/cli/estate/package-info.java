@NullMarked
package dev.interlock.cli.estate;

import org.jspecify.annotations.NullMarked;
