@NullMarked
package dev.interlock.cli.remote;

import org.jspecify.annotations.NullMarked;
