package dev.interlock.ledger.file;

import dev.interlock.ledger.Recovery;
import dev.interlock.ledger.crypto.Sha256;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Cuts off what an interrupted write left, after putting the bytes aside: none is ever destroyed.
 */
final class TornTails {

  private TornTails() {}

  /** Removes the torn tail of a loaded file; what remains ends with a whole frame. */
  static Recovery remove(Path file, LogFile log, Loaded loaded) throws IOException {
    Extent extent = loaded.extent();
    if (extent.rest() == 0) {
      return new Recovery(loaded.uncovered(), extent.end(), 0, null);
    }
    byte[] torn = read(file, extent);
    Path saved = file.resolveSibling(name(file, extent, torn));
    NewFile.write(saved, torn);
    log.truncate(extent.end());
    log.sync();
    return new Recovery(loaded.uncovered(), extent.end(), torn.length, saved);
  }

  private static byte[] read(Path file, Extent extent) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] torn = new byte[(int) extent.rest()];
      in.seek(extent.end());
      in.readFully(torn);
      return torn;
    }
  }

  /** The content is part of the name: a second crash in the same place overwrites nothing. */
  private static String name(Path file, Extent extent, byte[] torn) {
    String digest = HexFormat.of().formatHex(Sha256.hash(torn), 0, 4);
    return file.getFileName() + ".torn-" + extent.end() + "-" + digest;
  }
}
