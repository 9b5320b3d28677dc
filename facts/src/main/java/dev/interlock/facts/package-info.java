@NullMarked
package dev.interlock.facts;

import org.jspecify.annotations.NullMarked;
