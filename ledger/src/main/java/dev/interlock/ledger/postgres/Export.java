package dev.interlock.ledger.postgres;

import dev.interlock.ledger.SignedCheckpoint;
import dev.interlock.ledger.file.FileCopy;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies a ledger into a file, every checkpoint included. Nothing that is read here changes, so no
 * lock and no long transaction is needed: the copy ends where the ledger ended when it began.
 */
final class Export {

  private static final int CHECKPOINTS = 500;

  private final Database database;
  private final PostgresStore store;

  Export(Database database, PostgresStore store) {
    this.database = database;
    this.store = store;
  }

  void to(Path file) {
    long end = store.size();
    try (FileCopy copy = FileCopy.into(file, store.origin())) {
      long after = -1;
      while (after < end) {
        List<SignedCheckpoint> some = checkpoints(after, end);
        if (some.isEmpty()) {
          throw Heads.corrupted("the checkpoints after " + after + " entries are missing");
        }
        some.forEach(checkpoint -> copy(checkpoint, copy));
        after = some.getLast().checkpoint().size();
      }
      copy.finish();
    }
  }

  private void copy(SignedCheckpoint checkpoint, FileCopy copy) {
    long end = checkpoint.checkpoint().size();
    while (copy.entries() < end) {
      long from = copy.entries();
      List<byte[]> some = database.read("read entries", h -> Entries.some(h, from, end));
      if (some.isEmpty()) {
        throw Heads.corrupted("entry " + from + " is missing");
      }
      some.forEach(copy::entry);
    }
    copy.checkpoint(checkpoint);
  }

  private List<SignedCheckpoint> checkpoints(long after, long end) {
    return database.read(
        "read checkpoints",
        handle ->
            handle
                .createQuery(
                    """
                    select note from ledger.checkpoint
                    where size > ? and size <= ? order by size limit ?
                    """)
                .bind(0, after)
                .bind(1, end)
                .bind(2, CHECKPOINTS)
                .map((row, context) -> Heads.parse(row.getString(1)))
                .list());
  }
}
