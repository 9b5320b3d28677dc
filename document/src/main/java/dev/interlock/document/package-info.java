@NullMarked
package dev.interlock.document;

import org.jspecify.annotations.NullMarked;
