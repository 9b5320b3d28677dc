package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every file of a data directory is what PostgreSQL noted of it when it was copied. */
final class CopyIsWhole {

  private static final String NAME = "backup/copy-is-whole";

  private CopyIsWhole() {}

  /**
   * Nothing for a copy that PostgreSQL noted nothing of.
   *
   * @throws Fault PLACE_FAILED when the machine did not let the tool end its work
   */
  static Optional<Checked> check(Path data, PostgresTools tools, int major) {
    if (!Files.exists(data.resolve("backup_manifest"))) {
      return Optional.empty();
    }
    try {
      Path tool = tools.require(Tool.PG_VERIFYBACKUP, major, "the server of the backup").path();
      ToolRun.Ended ended =
          new ToolRun(
                  new ToolCommand(
                      List.of(tool.toString(), "--no-parse-wal", data.toString()), Map.of()))
              .run();
      Checked found =
          ended.well()
              ? Checked.pass(NAME, "every file is as PostgreSQL noted it", Map.of())
              : Checked.fail(NAME, ended.words(), Map.of());
      PlaceOfDrill.requireInnocent(List.of(found));
      return Optional.of(found);
    } catch (Fault e) {
      if (e.code().equals(RecoveryCode.PLACE_FAILED.code())) {
        throw e;
      }
      return Optional.of(Checked.unknown(NAME, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw PlaceOfDrill.failed("the copy can't be verified: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault(RecoveryCode.PLACE_FAILED.code(), "interrupted", e);
    }
  }
}
