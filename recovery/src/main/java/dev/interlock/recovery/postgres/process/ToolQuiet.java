package dev.interlock.recovery.postgres.process;

import java.io.IOException;
import java.io.Serial;
import java.time.Duration;

/** A tool wrote nothing for longer than anybody waits, and was ended. */
public final class ToolQuiet extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  ToolQuiet(Duration patience) {
    super("nothing came from it for " + patience);
  }
}
