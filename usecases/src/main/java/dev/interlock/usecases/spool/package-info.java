/**
 * The findings of a check, however many there are: the first in memory, the rest in a temporary
 * file that nobody else can read and that is gone with the program.
 *
 * <p>The file is a row of records. A record is the length of what follows in four bytes, how far
 * back the record lies that tells the subject (nothing when this one does), the subject where this
 * one tells it, and the rest of the finding. Texts that many findings share are numbers; what they
 * stand for stays in memory, as long as it is little.
 */
@NullMarked
package dev.interlock.usecases.spool;

import org.jspecify.annotations.NullMarked;
