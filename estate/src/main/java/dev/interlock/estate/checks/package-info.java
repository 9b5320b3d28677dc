/** What must hold between the documents of an estate; one obligation a class. */
@NullMarked
package dev.interlock.estate.checks;

import org.jspecify.annotations.NullMarked;
