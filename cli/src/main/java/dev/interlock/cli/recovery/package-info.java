/**
 * {@code recovery}: plans for the worst day, sheets to work by meanwhile, and rehearsals of both.
 */
@NullMarked
package dev.interlock.cli.recovery;

import org.jspecify.annotations.NullMarked;
