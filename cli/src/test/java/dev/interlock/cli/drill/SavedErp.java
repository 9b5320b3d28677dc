package dev.interlock.cli.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.CliRun;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * An estate with one small environment and a store with a backup of it, taken of a real PostgreSQL
 * with the tables of an Odoo 19 whose modules are base, stock, sale and acme_ext.
 *
 * @param folder that all of it lies in
 */
record SavedErp(Path folder) {

  private static final int MAJOR = 15;
  private static final Path SCRIPTS = Checkout.root().resolve("recovery/src/test/resources/odoo");

  private static final String ESTATE =
      """
      apiVersion: interlock.dev/v1
      kind: Organization
      metadata: {name: group}
      spec: {displayName: A group, currency: EUR, timeZone: Europe/Berlin}
      ---
      apiVersion: interlock.dev/v1
      kind: Service
      metadata: {name: odoo}
      spec: {displayName: Odoo, type: odoo}
      ---
      apiVersion: interlock.dev/v1
      kind: Environment
      metadata: {name: erp}
      spec:
        displayName: Small erp
        tier: test
        hosting: multi-tenant
        region: westeurope
        services: [odoo]
      ---
      """;

  /** Saves one; the calling test is skipped by name where PostgreSQL with its tools is absent. */
  static SavedErp in(Path folder) throws Exception {
    needed();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    SavedErp saved = new SavedErp(folder);
    saved.estate();
    try (DrillCluster cluster =
        DrillCluster.create(
            DrillFolder.make(folder.resolve("source")), PostgresTools.here(), MAJOR, true)) {
      PostgresAddress database = cluster.newDatabase("erp");
      for (String script : List.of("tables", "rows", "19", "register")) {
        String sql = Files.readString(SCRIPTS.resolve(script + ".sql"));
        run(database, sql.replace("{series}", "19"));
      }
      saved.save(database);
    }
    return saved;
  }

  private static void needed() {
    try {
      PostgresTools.here().require(Tool.INITDB, MAJOR, "the test");
      PostgresTools.here().require(Tool.PG_DUMP, MAJOR, "the test");
    } catch (Fault e) {
      Assumptions.abort("skipped: PostgreSQL 15 with its tools absent: " + e.getMessage());
    }
  }

  private static void run(PostgresAddress database, String sql) throws Exception {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private void estate() throws IOException {
    CliRun key =
        good(
            "evidence",
            "keygen",
            "--out",
            at("runner.key"),
            "--name",
            "drills",
            "--system",
            "drills",
            "--predicates",
            "backup,drill");
    Path estate = Files.createDirectories(folder.resolve("estate"));
    Files.writeString(estate.resolve("estate.yaml"), ESTATE + key.out());
  }

  private void save(PostgresAddress database) throws IOException {
    String url =
        "postgresql:///%s?host=%s&port=%d&user=%s&password=%s"
            .formatted(
                database.database(),
                database.host(),
                database.port(),
                database.user(),
                database.password());
    Files.createDirectories(folder.resolve("filestore"));
    good(
        "backup",
        "run",
        "--estate",
        at("estate"),
        "--environment",
        "erp",
        "--database",
        url,
        "--filestore",
        at("filestore"),
        "--to",
        at("store"),
        "--new-store",
        "--key",
        at("runner.key"));
  }

  private static CliRun good(String... words) {
    CliRun run = CliRun.now(words);
    assertThat(run.exit()).as(run.err()).isZero();
    return run;
  }

  /** A drill of it, whose evidence takes the place of that of the one before. */
  CliRun drill(List<String> more) throws IOException {
    Files.deleteIfExists(evidence());
    List<String> words =
        new ArrayList<>(List.of("drill", "run", "--environment", "erp", "--estate", at("estate")));
    words.addAll(List.of("--from", at("store"), "--place", at("places")));
    words.addAll(List.of("--key", at("runner.key"), "--out", evidence().toString()));
    words.addAll(more);
    return CliRun.now(words.toArray(String[]::new));
  }

  /** What the drill signed. */
  Path evidence() {
    return folder.resolve("drill.json");
  }

  /** What it found, check by check. */
  String shown() {
    return CliRun.now("drill", "show", evidence().toString(), "--estate", at("estate")).out();
  }
}
