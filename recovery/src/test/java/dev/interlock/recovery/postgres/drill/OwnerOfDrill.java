package dev.interlock.recovery.postgres.drill;

import dev.interlock.goldens.JavaProgram;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of its own that owns a drill and can be killed meanwhile. */
final class OwnerOfDrill {

  private OwnerOfDrill() {}

  static Process start(Path parent, Path ready) throws IOException {
    return JavaProgram.of(OwnerOfDrill.class, parent, ready)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Where to make the drill, and the file to write when the cluster runs. */
  public static void main(String[] args) throws Exception {
    DrillFolder folder = DrillFolder.make(Path.of(args[0]));
    Path ready = Path.of(args[1]);
    Files.writeString(ready.resolveSibling("guardian"), folder.guardian().process().pid() + "");
    DrillCluster.create(folder, PostgresTools.here(), Debian.MAJOR, true);
    Files.writeString(ready, folder.path().toString());
    Thread.sleep(Long.MAX_VALUE);
  }
}
