package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import dev.interlock.evidence.Drill;
import dev.interlock.recovery.postgres.Debian;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.Sql;
import dev.interlock.recovery.postgres.drill.ArchivingServer;
import dev.interlock.recovery.store.FolderStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An Odoo whose server archives its log; beside its database there is another one. */
final class LoggedOdoo implements AutoCloseable {

  private static final InstantSource CLOCK = InstantSource.system();

  private final ArchivingServer server;
  private final PostgresAddress database;
  private final SourceOdoo odoo;
  private final Map<String, Backup> signed = new ConcurrentHashMap<>();

  private LoggedOdoo(ArchivingServer server, PostgresAddress database, SourceOdoo odoo) {
    this.server = server;
    this.database = database;
    this.odoo = odoo;
  }

  static LoggedOdoo in(Path folder) throws Exception {
    ArchivingServer server =
        ArchivingServer.start(Files.createDirectories(Debian.reachable(folder).resolve("source")));
    server.newDatabase("another");
    PostgresAddress database = server.newDatabase("erp");
    return new LoggedOdoo(server, database, SourceOdoo.on(server::close, database, folder));
  }

  SourceOdoo odoo() {
    return odoo;
  }

  ArchivingServer server() {
    return server;
  }

  /** A base backup into a store. */
  Backup save(Path store, @Nullable SealingKey key) {
    return save(store, key, server.data());
  }

  /** The same, but the server sends the copy. */
  Backup fetch(Path store) {
    return save(store, null, null);
  }

  private Backup save(Path store, @Nullable SealingKey key, @Nullable Path data) {
    return new TakeBaseBackup(FolderStore.open(store, CLOCK), key, CLOCK, RecoveryProgress.NONE)
        .run(
            odoo.request(),
            new TakeBaseBackup.Server(data, server.archive()),
            this::read,
            this::sign)
        .backup();
  }

  ShipLog.Shipped ship(Path source, Path store, @Nullable SealingKey key) {
    return new ShipLog(FolderStore.open(store, CLOCK), key, CLOCK, RecoveryProgress.NONE)
        .run(new ShipLog.Request(SourceOdoo.ENVIRONMENT, source, null), this::read, this::sign);
  }

  /** The server's clock, and then a little time. */
  Instant moment() throws Exception {
    String now = "SELECT to_json(clock_timestamp() AT TIME ZONE 'UTC')#>>'{}' || 'Z'";
    Instant moment = Instant.parse(Sql.text(database, now));
    Sql.text(database, "SELECT pg_sleep(0.05)");
    return moment;
  }

  /** What its database answers. */
  String text(String sql) throws Exception {
    return Sql.text(database, sql);
  }

  /** A connection to its database. */
  Connection connect() throws SQLException {
    return database.dataSource().getConnection();
  }

  /** An order of that name. */
  void order(String name) throws Exception {
    odoo.run("update sale_order set name = '%s' where id = 1".formatted(name));
  }

  byte[] sign(Backup backup) {
    String text = backup.toString();
    signed.put(text, backup);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Optional<Backup> read(byte[] record) {
    return Optional.ofNullable(signed.get(new String(record, StandardCharsets.UTF_8)));
  }

  Drill drill(
      Path store,
      @Nullable SealingKey key,
      Backup backup,
      @Nullable Instant target,
      List<ProcessProof> processes) {
    return drill(store, key, backup, target, processes, RecoveryProgress.NONE);
  }

  Drill drill(
      Path store,
      @Nullable SealingKey key,
      Backup backup,
      @Nullable Instant target,
      List<ProcessProof> processes,
      RecoveryProgress progress) {
    return new RestoreDrill(FolderStore.open(store, CLOCK), key, CLOCK, progress, _ -> {})
        .run(
            new RestoreDrill.Request(
                backup,
                null,
                true,
                null,
                processes,
                target,
                this::read,
                null,
                null,
                2,
                odoo.places()));
  }

  /** To the end of the log, out of the store of the Odoo. */
  Drill drill(Backup backup, RecoveryProgress progress) {
    return drill(backup, progress, List.of());
  }

  Drill drill(Backup backup, RecoveryProgress progress, List<ProcessProof> processes) {
    return new RestoreDrill(odoo.store(), null, CLOCK, progress, _ -> {})
        .run(
            new RestoreDrill.Request(
                backup,
                null,
                true,
                null,
                processes,
                null,
                this::read,
                null,
                null,
                2,
                odoo.places()));
  }

  @Override
  public void close() {
    odoo.close();
  }
}
