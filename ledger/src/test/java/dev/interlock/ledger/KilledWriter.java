package dev.interlock.ledger;

import java.nio.file.Path;

/** A program that appends until it is killed and prints each entry once it is acknowledged. */
final class KilledWriter {

  /** Shows that a line was printed as a whole. */
  static final String END = ";";

  private KilledWriter() {}

  /** Arguments: the file, and a word that makes this run's entries unique. */
  public static void main(String[] args) {
    FileLedger ledger = Samples.open(Path.of(args[0]));
    for (int writer = 0; writer < 4; writer++) {
      String name = args[1] + "-" + writer;
      Thread.ofPlatform().start(() -> append(ledger, name));
    }
  }

  private static void append(FileLedger ledger, String name) {
    for (int i = 0; ; i++) {
      String entry = name + "-" + i;
      ledger.append(Bytes.utf8(entry));
      synchronized (KilledWriter.class) {
        System.out.println(entry + END);
      }
    }
  }
}
