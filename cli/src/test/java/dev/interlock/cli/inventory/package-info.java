@NullMarked
package dev.interlock.cli.inventory;

import org.jspecify.annotations.NullMarked;
