@NullMarked
package dev.interlock.cli.evidence;

import org.jspecify.annotations.NullMarked;
