@NullMarked
package dev.interlock.cli.dist;

import org.jspecify.annotations.NullMarked;
