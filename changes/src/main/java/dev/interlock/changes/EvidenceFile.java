package dev.interlock.changes;

import dev.interlock.ledger.Bytes;

/**
 * A file of evidence: one DSSE envelope, or one on each line ({@code .jsonl}).
 *
 * @param name relative to the evidence folder, with forward slashes
 */
public record EvidenceFile(String name, Bytes content) {}
