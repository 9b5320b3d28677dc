package dev.interlock.ledger.file;

import dev.interlock.ledger.Recovery;
import dev.interlock.ledger.Recovery.SetAside;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Cuts off what no checkpoint covers and the writer cannot vouch for, after putting the bytes
 * aside: none is ever destroyed.
 */
final class Tails {

  private Tails() {}

  /**
   * Puts the tail of a loaded file right; what remains ends with a checkpoint or with entries that
   * the writer wrote.
   *
   * @param own how many of the uncovered entries the writer wrote
   */
  static Recovery putRight(Path file, LogFile log, Loaded loaded, int own) throws IOException {
    Extent extent = loaded.extent();
    int foreign = loaded.uncovered().size() - own;
    long from = foreign == 0 ? extent.end() : loaded.uncovered().get(own).offset();
    if (from == extent.length()) {
      return new Recovery(own, Optional.empty());
    }
    String kind = foreign == 0 ? "torn" : "uncovered";
    Path saved = AsideFile.copy(file, from, extent.length() - from, kind);
    log.truncate(from);
    log.sync();
    return new Recovery(
        own, Optional.of(new SetAside(from, extent.length() - from, foreign, saved)));
  }
}
