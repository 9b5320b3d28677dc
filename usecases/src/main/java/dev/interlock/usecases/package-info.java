@NullMarked
package dev.interlock.usecases;

import org.jspecify.annotations.NullMarked;
