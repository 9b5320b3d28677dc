package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.drill.DrillCluster;
import dev.interlock.recovery.store.FolderStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An Odoo 19 on Debian's PostgreSQL with its files, a store, and a place for drills. */
final class SourceOdoo implements AutoCloseable {

  static final String ENVIRONMENT = "core-production";

  private static final InstantSource CLOCK = InstantSource.system();

  private final Runnable end;
  private final PostgresAddress address;
  private final Path folder;
  private int backups;

  private SourceOdoo(Runnable end, PostgresAddress address, Path folder) {
    this.end = end;
    this.address = address;
    this.folder = folder;
  }

  /** Makes one; the calling test is skipped by name where Debian's PostgreSQL is absent. */
  static SourceOdoo in(Path folder) throws Exception {
    return in(folder, "erp");
  }

  /** The same, with another name of its database. */
  static SourceOdoo in(Path folder, String database) throws Exception {
    return in(folder, database, true);
  }

  /** The same, on a server that keeps checksums of its pages or does not. */
  static SourceOdoo in(Path folder, boolean checksums) throws Exception {
    return in(folder, "erp", checksums);
  }

  private static SourceOdoo in(Path folder, String database, boolean checksums) throws Exception {
    Path place = Files.createDirectories(Debian.reachable(folder).resolve("source"));
    DrillCluster cluster = Debian.cluster(place, checksums);
    PostgresAddress address = cluster.newDatabase(database);
    return on(cluster::close, address, folder);
  }

  /** Makes one in an empty database of a server, which is ended with it. */
  static SourceOdoo on(Runnable end, PostgresAddress address, Path folder) throws Exception {
    SourceOdoo source = new SourceOdoo(end, address, folder);
    Files.createDirectories(source.filestore());
    FolderStore.create(source.storeFolder(), CLOCK);
    for (String script : List.of("tables", "rows", "19", "register")) {
      source.run(resource(script).replace("{series}", "19"));
    }
    source.addFile("sale.order", 1, "first order");
    source.addFile("sale.order", 3, "newest order");
    source.addFile("stock.picking", 2, "a delivery slip");
    source.addFile("account.move", 1, "an invoice");
    source.addFile("account.move", 2, "an invoice");
    return source;
  }

  private static String resource(String script) throws IOException {
    try (InputStream in = SourceOdoo.class.getResourceAsStream("/odoo/" + script + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void run(String sql) throws Exception {
    FixtureServer.run(address.dataSource(), sql);
  }

  String addFile(String model, int id, String content) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String digest = OdooFixture.sha1(bytes);
    Path file = filestore().resolve(digest.substring(0, 2)).resolve(digest);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
    run(
        """
        insert into ir_attachment (name, type, res_model, res_id, store_fname, checksum,
          file_size, create_date, write_date)
        values ('file', 'binary', '%s', %d, '%s/%s', '%s', %d,
          '2026-11-20 09:40', '2026-11-20 09:40')
        """
            .formatted(model, id, digest.substring(0, 2), digest, digest, bytes.length));
    return digest.substring(0, 2) + "/" + digest;
  }

  Path filestore() {
    return folder.resolve("filestore/erp");
  }

  Path storeFolder() {
    return folder.resolve("store");
  }

  Path places() {
    return folder.resolve("drills");
  }

  FolderStore store() {
    return FolderStore.open(storeFolder(), CLOCK);
  }

  TakeBackup.Request request() {
    return new TakeBackup.Request(
        ENVIRONMENT, "backup-" + ++backups, url(), null, filestore(), 2, null, false);
  }

  /** The same with a canary. */
  TakeBackup.Request requestWithCanary() {
    return new TakeBackup.Request(
        ENVIRONMENT, "backup-" + ++backups, url(), null, filestore(), 2, null, true);
  }

  /** Saves it into a store; the manifest is not signed. */
  Backup save(Path store, @Nullable SealingKey key) {
    return new TakeBackup(FolderStore.open(store, CLOCK), key, CLOCK, RecoveryProgress.NONE)
        .run(request(), backup -> backup.toString().getBytes(StandardCharsets.UTF_8))
        .backup();
  }

  /** Names of its files, sorted. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(filestore())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> filestore().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String url() {
    String database =
        URLEncoder.encode(address.database(), StandardCharsets.UTF_8).replace("+", "%20");
    return address.host().startsWith("/")
        ? "postgresql:///%s?host=%s&port=%d&user=%s&password=%s"
            .formatted(database, address.host(), address.port(), address.user(), address.password())
        : "postgresql://%s:%s@%s:%d/%s"
            .formatted(
                address.user(), address.password(), address.host(), address.port(), database);
  }

  @Override
  public void close() {
    end.run();
  }
}
