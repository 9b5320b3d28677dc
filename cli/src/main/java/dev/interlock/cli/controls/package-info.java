@NullMarked
package dev.interlock.cli.controls;

import org.jspecify.annotations.NullMarked;
