@NullMarked
package dev.interlock.server.database;

import org.jspecify.annotations.NullMarked;
