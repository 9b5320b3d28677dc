package dev.interlock.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.cli.drill.EstateCopy;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Odoo is saved as its operator asks: a file for each table, or one stream. */
@Tag("slow")
class BackupByTableTest {

  private static final int MAJOR = 15;

  private static final Path SCRIPTS = Checkout.root().resolve("recovery/src/test/resources/odoo");

  @TempDir private Path folder;

  @BeforeEach
  void prepare() throws Exception {
    try {
      PostgresTools.here().require(Tool.INITDB, MAJOR, "the test");
      PostgresTools.here().require(Tool.PG_DUMP, MAJOR, "the test");
    } catch (Fault e) {
      Assumptions.abort("skipped: PostgreSQL 15 with its tools absent: " + e.getMessage());
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectory(folder.resolve("filestore"));
    Path estate = EstateCopy.of(Checkout.samples().resolve("estate"), folder.resolve("estate"));
    String key = folder.resolve("runner.key").toString();
    String trusted =
        CliRun.of(
                "evidence",
                "keygen",
                "--out",
                key,
                "--name",
                "k",
                "--system",
                "s",
                "--predicates",
                "backup")
            .out();
    Files.writeString(estate.resolve("people/keys.yaml"), trusted, StandardOpenOption.APPEND);
  }

  @Test
  void the_form_that_was_asked_for_lies_in_the_store_and_nothing_in_the_place() throws Exception {
    try (DrillCluster cluster =
        DrillCluster.create(
            DrillFolder.make(folder.resolve("source")), PostgresTools.here(), MAJOR, true)) {
      PostgresAddress database = odoo(cluster);
      Instant now = Instant.now();

      CliRun byTable =
          save(now, database, "--dump-format", "directory", "--place", place().toString());
      CliRun stream = save(now.plusSeconds(1), database, "--dump-format", "custom");

      assertThat(byTable.exit()).as(byTable.err()).isZero();
      assertThat(stream.exit()).as(stream.err()).isZero();
      assertThat(stored(".*/database/toc\\.dat")).isOne();
      assertThat(stored(".*/database/\\d+\\.dat\\.gz")).isGreaterThan(10);
      assertThat(stored(".*/database\\.dump")).isOne();
      assertThat(place()).isEmptyDirectory();
    }
  }

  private static PostgresAddress odoo(DrillCluster cluster) throws Exception {
    PostgresAddress database = cluster.newDatabase("erp");
    for (String script : List.of("tables", "rows", "19", "register")) {
      String sql = Files.readString(SCRIPTS.resolve(script + ".sql")).replace("{series}", "19");
      try (var connection = database.dataSource().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
    return database;
  }

  private CliRun save(Instant at, PostgresAddress database, String... more) {
    List<String> words =
        List.of(
            "backup",
            "run",
            "--estate",
            folder.resolve("estate").toString(),
            "--environment",
            "core-production",
            "--database",
            "postgresql:///erp?host=%s&port=%d&user=%s&password=%s"
                .formatted(database.host(), database.port(), database.user(), database.password()),
            "--filestore",
            folder.resolve("filestore").toString(),
            "--to",
            folder.resolve("store").toString(),
            "--new-store",
            "--key",
            folder.resolve("runner.key").toString());
    return CliRun.at(at, Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private Path place() {
    return folder.resolve("place");
  }

  private long stored(String name) throws Exception {
    try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
      return all.filter(it -> it.toString().matches(name)).count();
    }
  }
}
