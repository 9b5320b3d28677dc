package dev.interlock.server.console;

import java.util.List;

/**
 * Evidence and the ledger.
 *
 * @param items evidence about no single change, newest first
 * @param total how many pieces there are
 * @param ledger what can be verified without this server
 */
public record EvidencePage(Shell shell, List<Item> items, int total, Ledger ledger) {

  public EvidencePage {
    items = List.copyOf(items);
  }

  /**
   * One piece.
   *
   * @param at when it was stated, with zone; empty when it can't be read
   * @param kind of evidence
   * @param standing why it counts or why it doesn't
   */
  public record Item(
      String at, String kind, String file, String digest, Signal signal, String standing) {}

  /**
   * The ledger.
   *
   * @param origin its name in checkpoints
   * @param size how many entries it has
   * @param checkpoint the newest, as C2SP notes are written
   * @param key that verifies checkpoints, as PEM
   * @param entries the newest entries, for who may read them
   */
  public record Ledger(
      String origin, long size, String checkpoint, String key, List<Entry> entries) {

    public Ledger {
      entries = List.copyOf(entries);
    }
  }

  /**
   * One entry.
   *
   * @param index its place
   * @param at when it was stated, with zone; empty when it does not say
   * @param states what, in words
   * @param type the kind of statement, as an address
   */
  public record Entry(long index, String at, String states, String type) {}
}
