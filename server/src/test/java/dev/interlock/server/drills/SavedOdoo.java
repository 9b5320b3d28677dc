package dev.interlock.server.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.cli.Main;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.PostgresTools;
import dev.interlock.recovery.postgres.Tool;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * An estate with small environments that are drilled every day, and a store with a backup of each,
 * taken of a real PostgreSQL with the tables of an Odoo 19.
 *
 * @param folder that all of it lies in
 */
public record SavedOdoo(Path folder) {

  private static final int MAJOR = 15;

  private static final Path SCRIPTS = Checkout.root().resolve("recovery/src/test/resources/odoo");

  /** Saves one; the calling test is skipped by name where PostgreSQL with its tools is absent. */
  public static SavedOdoo in(Path folder, List<String> environments) throws Exception {
    needed();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    SavedOdoo saved = new SavedOdoo(folder);
    saved.estate(environments);
    saved.code();
    try (DrillCluster cluster =
        DrillCluster.create(
            DrillFolder.make(folder.resolve("source")), PostgresTools.here(), MAJOR, true)) {
      PostgresAddress database = cluster.newDatabase("erp");
      saved.fill(database);
      for (String environment : environments) {
        saved.save(environment, database);
      }
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

  private void code() throws IOException {
    module("own/acme_ext", "19.0.2.0.0");
    module("odoo/base", "1.3");
    module("odoo/stock", "1.1");
    module("odoo/sale", "1.2");
  }

  private void module(String name, String version) throws IOException {
    Path module = Files.createDirectories(folder.resolve("addons").resolve(name));
    Files.writeString(module.resolve("__manifest__.py"), "{'version': '%s'}".formatted(version));
  }

  private String addons() {
    return folder.resolve("addons/own") + "," + folder.resolve("addons/odoo");
  }

  /** The folder of the estate. */
  public Path estate() {
    return folder.resolve("estate");
  }

  /** Where isolated places are made. */
  public Path places() {
    return folder.resolve("places");
  }

  private Path key() {
    return folder.resolve("runner.key");
  }

  /** The server's settings, as variables of its environment. */
  public Map<String, String> variables() {
    return Map.of(
        "INTERLOCK_DRILLS_STORES_MAIN_FOLDER", folder.resolve("store").toString(),
        "INTERLOCK_DRILLS_KEY", key().toString(),
        "INTERLOCK_DRILLS_PLACE", places().toString(),
        "INTERLOCK_DRILLS_ADDONS", addons(),
        "INTERLOCK_DRILLS_LOOK", "200ms");
  }

  /** The same for a server in this process, on a machine of this name. */
  public void machine(String host) {
    System.setProperty("interlock.drills.stores.main.folder", folder.resolve("store").toString());
    System.setProperty("interlock.drills.key", key().toString());
    System.setProperty("interlock.drills.place", folder.resolve("places-" + host).toString());
    System.setProperty("interlock.drills.addons", addons());
    System.setProperty("interlock.drills.look", "200ms");
    System.setProperty("interlock.drills.host", host);
  }

  /** Takes the settings back. */
  public static void noMachine() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("interlock.drills."));
  }

  /** Adds an environment to the estate whose store no server knows. */
  public SavedOdoo withoutStore(String name) throws IOException {
    String text = ENVIRONMENT.formatted(name, name).replace("P1D}", "P7D, store: elsewhere}");
    Files.writeString(estate().resolve(name + ".yaml"), text);
    return this;
  }

  /** Signed evidence of a drill that was run elsewhere. */
  public String signed(String environment, Instant at, Duration rto) throws IOException {
    Path stated =
        Files.writeString(
            folder.resolve("stated.yaml"),
            """
            environment: %s
            backup: 20261101T010000Z
            verified: true
            processes: [{process: order-to-cash, rto: %s, rpo: PT10M}]
            at: %s
            """
                .formatted(environment, rto, at));
    Path out = folder.resolve("stated-" + at.getEpochSecond() + ".json");
    command(
        "evidence",
        "sign",
        stated.toString(),
        "--kind",
        "drill",
        "--key",
        key().toString(),
        "--out",
        out.toString());
    return Files.readString(out);
  }

  private void estate(List<String> environments) throws IOException {
    Files.createDirectories(estate());
    command(
        "evidence",
        "keygen",
        "--out",
        key().toString(),
        "--name",
        "drills",
        "--system",
        "drills",
        "--predicates",
        "backup,drill");
    String publicKey =
        Files.readAllLines(Path.of(key() + ".pub")).stream()
            .filter(line -> !line.startsWith("-"))
            .findFirst()
            .orElseThrow();
    StringBuilder estate =
        new StringBuilder(
            """
            apiVersion: interlock.dev/v1
            kind: Organization
            metadata: {name: group}
            spec: {displayName: A group, currency: EUR, timeZone: Europe/Berlin}
            ---
            apiVersion: interlock.dev/v1
            kind: TrustedKey
            metadata: {name: drills}
            spec: {publicKey: %s, system: drills, predicates: [backup, drill]}
            ---
            apiVersion: interlock.dev/v1
            kind: Service
            metadata: {name: odoo}
            spec: {displayName: Odoo, type: odoo}
            ---
            apiVersion: interlock.dev/v1
            kind: BusinessProcess
            metadata: {name: order-to-cash}
            spec:
              displayName: Order to cash
              criticality: high
              rto: PT4H
              rpo: P3000D
              services: [odoo]
              recovery: {work: [sales]}
            """
                .formatted(publicKey));
    environments.forEach(name -> estate.append(ENVIRONMENT.formatted(name, name)));
    Files.writeString(estate().resolve("estate.yaml"), estate.toString());
  }

  private void save(String environment, PostgresAddress database) {
    String url =
        "postgresql:///%s?host=%s&port=%d&user=%s&password=%s"
            .formatted(
                database.database(),
                database.host(),
                database.port(),
                database.user(),
                database.password());
    command(
        "backup",
        "run",
        "--estate",
        estate().toString(),
        "--environment",
        environment,
        "--database",
        url,
        "--filestore",
        folder.resolve("filestore").toString(),
        "--to",
        folder.resolve("store").toString(),
        "--new-store",
        "--key",
        key().toString());
  }

  private void fill(PostgresAddress database) throws Exception {
    for (String script : List.of("tables", "rows", "19", "register")) {
      sql(database, Files.readString(SCRIPTS.resolve(script + ".sql")).replace("{series}", "19"));
    }
    file(database, "sale.order", 1, "first order");
    file(database, "sale.order", 3, "newest order");
  }

  private void file(PostgresAddress database, String model, int id, String content)
      throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    Path file = folder.resolve("filestore").resolve(digest.substring(0, 2)).resolve(digest);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
    sql(
        database,
        """
        insert into ir_attachment (name, type, res_model, res_id, store_fname, checksum,
          file_size, create_date, write_date)
        values ('file', 'binary', '%s', %d, '%s/%s', '%s', %d,
          '2026-11-20 09:40', '2026-11-20 09:40')
        """
            .formatted(model, id, digest.substring(0, 2), digest, digest, bytes.length));
  }

  private static void sql(PostgresAddress database, String sql) throws Exception {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void command(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            List.of(arguments),
            InputStream.nullInputStream(),
            new ByteArrayOutputStream(),
            err,
            System.getenv());
    assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static final String ENVIRONMENT =
      """
      ---
      apiVersion: interlock.dev/v1
      kind: Environment
      metadata: {name: %s}
      spec:
        displayName: Small %s
        tier: test
        hosting: multi-tenant
        region: westeurope
        services: [odoo]
        drills: {every: P1D}
      """;
}
