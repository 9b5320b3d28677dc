@NullMarked
package dev.interlock.facts.images;

import org.jspecify.annotations.NullMarked;
