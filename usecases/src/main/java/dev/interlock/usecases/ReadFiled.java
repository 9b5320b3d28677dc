package dev.interlock.usecases;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.ledger.Bytes;
import java.util.List;
import java.util.Optional;

/** Reads a file of a registered change, as it was filed. */
public final class ReadFiled {

  private final ChangeBook book;

  /** Reads from this book. */
  public ReadFiled(ChangeBook book) {
    this.book = book;
  }

  /**
   * The content of a file of the newest version; empty when the version has none of that path.
   *
   * @throws RegisterRefused when there is no such change
   */
  public Optional<Bytes> run(String name, String path) throws RegisterRefused {
    String hash = book.require(name).version().files().get(path);
    return hash == null
        ? Optional.empty()
        : Optional.ofNullable(book.contents(List.of(hash)).get(hash));
  }
}
