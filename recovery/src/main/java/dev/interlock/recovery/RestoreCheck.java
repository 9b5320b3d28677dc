package dev.interlock.recovery;

import dev.interlock.evidence.Drill.Checked;
import java.sql.SQLException;

/** One question that is asked of every restored system. */
public interface RestoreCheck {

  /** Its permanent name, such as {@code database/constraints-are-validated}. */
  String name();

  /**
   * True when it mostly waits for the disk: then it is asked beside all others, from the beginning
   * on, on a thread of its own.
   */
  default boolean waitsForDisk() {
    return false;
  }

  /**
   * Asks. What it cannot know ends in <i>unknown</i>, never in a pass.
   *
   * @throws SQLException when the database does not answer; whoever asks turns it into unknown
   */
  Checked verify(RestoredOdoo restored) throws SQLException;
}
