@NullMarked
package dev.interlock.server.findings;

import org.jspecify.annotations.NullMarked;
