@NullMarked
package dev.interlock.cli.command;

import org.jspecify.annotations.NullMarked;
