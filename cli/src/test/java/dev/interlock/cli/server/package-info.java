@NullMarked
package dev.interlock.cli.server;

import org.jspecify.annotations.NullMarked;
