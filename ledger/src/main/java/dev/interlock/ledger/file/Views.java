package dev.interlock.ledger.file;

import dev.interlock.ledger.LedgerView;
import dev.interlock.ledger.VerificationKey;
import java.nio.file.Path;
import java.util.Collection;

/** Opens ledger files for reading. */
public final class Views {

  private Views() {}

  /** Opens a file as its last checkpoint has it. */
  public static LedgerView open(Path file, Collection<VerificationKey> keys) {
    return new Store(file, Image.load(file, keys));
  }
}
