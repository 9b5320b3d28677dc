package dev.interlock.recovery.postgres;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;

/** PostgreSQL with all its tools, as Debian installs it; tests skip by name where it is absent. */
public final class Debian {

  /** The version that Debian 12 has. */
  public static final int MAJOR = 15;

  private Debian() {}

  /** Its tools. */
  public static PostgresTools tools() {
    PostgresTools tools = PostgresTools.here();
    try {
      for (Tool tool : new Tool[] {Tool.INITDB, Tool.POSTGRES, Tool.PG_DUMP, Tool.PG_RESTORE}) {
        tools.require(tool, MAJOR, "the test");
      }
    } catch (Fault e) {
      Assumptions.abort(
          "skipped: PostgreSQL " + MAJOR + " with its tools absent: " + e.getMessage());
    }
    return tools;
  }

  /** A cluster of its own below a folder. */
  public static DrillCluster cluster(Path parent) {
    return cluster(parent, true);
  }

  /** The same, with checksums of its pages or without. */
  public static DrillCluster cluster(Path parent, boolean checksums) {
    PostgresTools tools = tools();
    return DrillCluster.create(DrillFolder.make(reachable(parent)), tools, MAJOR, checksums);
  }

  /** Lets the user pass through as whom PostgreSQL runs. */
  public static Path reachable(Path folder) {
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
