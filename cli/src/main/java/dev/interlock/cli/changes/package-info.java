@NullMarked
package dev.interlock.cli.changes;

import org.jspecify.annotations.NullMarked;
