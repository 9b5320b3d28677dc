package dev.interlock.recovery;

import dev.interlock.evidence.Drill.Checked;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Shows on a restored system that people could do the work of one process again. */
public interface ProcessProbe {

  /** The process, such as {@code sales}. */
  String process();

  /**
   * Reads what the process works with: its open documents with all they hang on.
   *
   * @throws SQLException when the database does not answer: the process does not work
   */
  Checked probe(RestoredOdoo restored) throws SQLException;

  /**
   * When the newest work that came back was written: the newest document at or before the point,
   * all of whose files are there.
   */
  Optional<Instant> newest(RestoredOdoo restored, Instant point) throws SQLException;
}
