package dev.interlock.recovery.postgres.drill;

import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A program of its own that booted another in the place of a drill, and can be killed. */
final class OwnerOfProgram {

  private OwnerOfProgram() {}

  static Process start(Path parent, Path program, Path ready) throws IOException {
    return JavaProgram.of(OwnerOfProgram.class, parent, program, ready)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Where to make the drill, the program, and the file to write when it runs. */
  public static void main(String[] args) throws Exception {
    DrillFolder folder = DrillFolder.make(Path.of(args[0]));
    DrillProgram program =
        DrillProgram.start(folder, Path.of(args[1]), DrillProgram.workIn(folder), Map.of());
    while (program.said().isEmpty()) {
      Thread.sleep(20);
    }
    Files.writeString(Path.of(args[2]), folder.path().toString());
    Thread.sleep(Long.MAX_VALUE);
  }
}
