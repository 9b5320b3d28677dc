package dev.interlock.recovery.filestore;

/**
 * What was copied into a store.
 *
 * @param stored what was not there before
 * @param known what the store had already
 * @param problems every file that the store does not have now, or has damaged
 */
public record CopiedFiles(FileTotals stored, FileTotals known, FileProblems problems) {}
