package dev.interlock.ledger.file;

/**
 * A whole entry behind the last checkpoint.
 *
 * @param offset where its frame starts
 * @param seal what the frame says the writer put on it
 * @param leafHash of the entry
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Uncovered(long offset, byte[] seal, byte[] leafHash) {}
