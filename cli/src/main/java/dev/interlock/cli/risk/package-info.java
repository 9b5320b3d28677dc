@NullMarked
package dev.interlock.cli.risk;

import org.jspecify.annotations.NullMarked;
