@NullMarked
package dev.interlock.document.reading;

import org.jspecify.annotations.NullMarked;
