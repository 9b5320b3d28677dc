package dev.interlock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A program that appends until it is killed and prints each entry once it is acknowledged. */
final class KilledWriter {

  /** Shows that a line was printed as a whole. */
  static final String END = ";";

  private KilledWriter() {}

  /** Exit code of a writer that another one keeps from its ledger. */
  static final int REFUSED = 3;

  /** Starts one as a process of its own. */
  static Process start(Path file, String name) throws IOException {
    List<String> soon = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return JavaProgram.of(soon, KilledWriter.class, file, name).start();
  }

  /** The entry in a line of output. */
  static String entry(String line) {
    return line.substring(0, line.length() - END.length());
  }

  /** The ledger holds, and every entry that was acknowledged is in it. */
  static void assertAllThere(Path file, List<String> acknowledged) {
    Set<String> found = new HashSet<>();
    try (FileLedger ledger = Samples.open(file)) {
      Samples.all(ledger).forEach(entry -> found.add(entry.utf8()));
    }
    assertThat(found).containsAll(acknowledged);
    Verification verification = LedgerVerifier.trusting(Samples.PUBLIC).verify(file);
    assertThat(verification.holds()).isTrue();
    assertThat(verification.entries()).isEqualTo(found.size());
  }

  /** Arguments: the file, and a word that makes this run's entries unique. */
  public static void main(String[] args) {
    FileLedger ledger = open(Path.of(args[0]));
    for (int writer = 0; writer < 4; writer++) {
      String name = args[1] + "-" + writer;
      Thread.ofPlatform().start(() -> append(ledger, name));
    }
  }

  private static FileLedger open(Path file) {
    try {
      return Samples.open(file);
    } catch (LedgerException e) {
      System.out.println(e.getMessage());
      System.exit(e.error() == LedgerError.IN_USE ? REFUSED : 1);
      throw e;
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
