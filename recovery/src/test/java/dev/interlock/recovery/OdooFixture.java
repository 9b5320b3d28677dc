package dev.interlock.recovery;

import dev.interlock.evidence.Backup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A small Odoo of a series, 16 to 19, with its files; each test gets a copy. */
final class OdooFixture implements AutoCloseable {

  static final Instant POINT = Instant.parse("2026-11-20T10:00:00Z");

  private static final Map<Integer, String> TEMPLATES = new ConcurrentHashMap<>();

  private final String name;
  private final Path filestore;

  private OdooFixture(String name, Path filestore) {
    this.name = name;
    this.filestore = filestore;
  }

  /** A copy of one. */
  static OdooFixture of(int series, Path folder) throws Exception {
    String template = TEMPLATES.computeIfAbsent(series, OdooFixture::build);
    Path filestore = Files.createDirectory(folder.resolve("filestore"));
    Files.createDirectory(filestore.resolve("checklist"));
    for (Stored stored : Stored.ALL) {
      stored.write(filestore);
    }
    return new OdooFixture(FixtureServer.copyOf(template), filestore);
  }

  private static String build(int series) {
    String name = "odoo" + series;
    try {
      FixtureServer.run(FixtureServer.connect("postgres"), "create database " + name);
      DataSource database = FixtureServer.connect(name);
      for (String script : List.of("tables", "rows", Integer.toString(series), "register")) {
        String sql = resource(script).replace("{series}", Integer.toString(series));
        FixtureServer.run(database, sql);
      }
      addAttachments(database);
      return name;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String script) {
    try (InputStream in = OdooFixture.class.getResourceAsStream("/odoo/" + script + ".sql")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Documents with files; two rows have one file. */
  private record Stored(String model, int id, String content) {

    static final List<Stored> ALL =
        Stream.concat(
                Stream.of(
                    new Stored("sale.order", 1, "first order"),
                    new Stored("sale.order", 3, "newest order"),
                    new Stored("stock.picking", 2, "a delivery slip"),
                    new Stored("mrp.production", 2, "a drawing"),
                    new Stored("account.move", 1, "an invoice"),
                    new Stored("account.move", 2, "an invoice")),
                IntStream.range(0, 20).mapToObj(i -> new Stored("res.partner", 1, "picture " + i)))
            .toList();

    byte[] bytes() {
      return content.getBytes(StandardCharsets.UTF_8);
    }

    String name() throws NoSuchAlgorithmException {
      String digest = sha1(bytes());
      return digest.substring(0, 2) + "/" + digest;
    }

    void write(Path filestore) throws Exception {
      Path file = filestore.resolve(name());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, bytes());
    }

    void insert(Connection connection) throws Exception {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              insert into ir_attachment (name, type, res_model, res_id, store_fname, checksum,
                file_size, create_date, write_date)
              values ('file', 'binary', ?, ?, ?, ?, ?, '2026-11-20 09:40', '2026-11-20 09:40')
              """)) {
        statement.setString(1, model);
        statement.setInt(2, id);
        statement.setString(3, name());
        statement.setString(4, sha1(bytes()));
        statement.setInt(5, bytes().length);
        statement.executeUpdate();
      }
    }
  }

  /** Rows with a file, and every kind of row without one. */
  private static void addAttachments(DataSource database) throws Exception {
    try (Connection connection = database.getConnection()) {
      for (Stored stored : Stored.ALL) {
        stored.insert(connection);
      }
    }
    FixtureServer.run(
        database,
        """
        insert into ir_attachment (name, type, url, create_date) values
          ('link', 'url', '/web/x', '2026-11-01'),
          ('in the cloud', 'cloud_storage', 'https://example.com/x', '2026-11-01');
        insert into ir_attachment (name, type, db_datas, file_size, checksum, create_date) values
          ('inside', 'binary', 'abc', 3, 'a9993e364706816aba3e25717850c26c9cd0d89d', '2026-11-01'),
          ('empty', 'binary', null, null, null, '2026-11-01'),
          ('empty too', 'binary', null, 0, null, '2026-11-01');
        """);
  }

  /** Writes a file and its row; says the name of the file. */
  String addFile(String model, int id, String content) throws Exception {
    Stored stored = new Stored(model, id, content);
    stored.write(filestore);
    try (Connection connection = database().getConnection()) {
      stored.insert(connection);
    }
    return stored.name();
  }

  static String sha1(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
  }

  DataSource database() {
    return FixtureServer.connect(name);
  }

  Path filestore() {
    return filestore;
  }

  /** One of the files on disk. */
  Path file(String content) throws NoSuchAlgorithmException {
    String digest = sha1(content.getBytes(StandardCharsets.UTF_8));
    return filestore.resolve(digest.substring(0, 2), digest);
  }

  void run(String sql) throws SQLException {
    FixtureServer.run(database(), sql);
  }

  /** What a backup would have recorded now. */
  Backup backup() throws SQLException {
    return backup(List.of("plpgsql"), List.of());
  }

  Backup backup(List<String> extensions, List<String> missing) throws SQLException {
    List<Backup.Table> tables = TestDigests.of(database());
    return new Backup(
        "prod",
        "20261120T100000Z",
        "pg-dump",
        POINT,
        POINT,
        new Backup.Content("odoo", "18.0", extensions, tables, null),
        new Backup.Filestore(0, 0, "files", missing),
        List.of(),
        null,
        POINT);
  }

  RestoredOdoo restored(@Nullable Backup backup) {
    return new RestoredOdoo(database(), filestore, backup);
  }

  @Override
  public void close() throws SQLException {
    FixtureServer.drop(name);
  }

  static Stream<Integer> series() {
    return Stream.of(16, 17, 18, 19);
  }
}
