/**
 * What a check needs more room for than memory has, in temporary files that nobody else can read
 * and that are gone with the program: its findings beyond a bound, and standard input that is read
 * twice.
 *
 * <p>A file of findings is a row of records. A record is the length of what follows in four bytes,
 * how far back the record lies that tells the subject (nothing when this one does), the subject
 * where this one tells it, and the rest of the finding. Texts that many findings share are numbers;
 * what they stand for stays in memory, as long as it is little.
 */
@NullMarked
package dev.interlock.usecases.spool;

import org.jspecify.annotations.NullMarked;
