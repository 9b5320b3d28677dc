package dev.interlock.recovery.postgres.digest;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.interlock.evidence.Backup;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.query.Faults;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/**
 * The rows of every table and a digest of them that does not depend on their order, and that is the
 * same after a dump and a restore on another version of PostgreSQL.
 */
public final class TableDigests {

  private static final int RANGES_SINCE = 14;

  private final Connections connections;
  private final int atATime;
  private final PartProgress progress;

  private TableDigests(Connections connections, int atATime, PartProgress progress) {
    this.connections = connections;
    this.atATime = atATime;
    this.progress = progress;
  }

  /** Opens a connection on what is read. */
  interface Connections {
    Connection open() throws SQLException;
  }

  /**
   * Of the moment of a snapshot.
   *
   * @param atATime how many connections read
   * @param progress is told how many bytes of the tables were read
   * @return sorted by name
   * @throws Fault BACKUP_FAILED when something can't be read
   */
  public static List<Backup.Table> of(Snapshot snapshot, int atATime, PartProgress progress) {
    try {
      return new TableDigests(snapshot::join, atATime, progress).read();
    } catch (SQLException e) {
      throw uncounted(snapshot, e);
    }
  }

  /**
   * The same of tables that are held, whoever waits to change one: another connection would wait
   * behind that one, which waits for these tables to be let go.
   *
   * @throws Fault BACKUP_FAILED when something can't be read
   */
  public static List<Backup.Table> of(
      Snapshot snapshot, HeldTables held, int atATime, PartProgress progress) {
    try {
      return new TableDigests(snapshot::join, atATime, progress).read(held.connection(), true);
    } catch (SQLException e) {
      throw uncounted(snapshot, e);
    }
  }

  private static Fault uncounted(Snapshot snapshot, SQLException e) {
    String why = String.valueOf(e.getMessage());
    return new Fault(
        RecoveryCode.BACKUP_FAILED.code(),
        "the rows of " + snapshot.address() + " can't be counted: " + why + snapshot.hint(why),
        e);
  }

  /**
   * Names tables, and types of their values, that the snapshot may no longer show as they were:
   * they were emptied, rewritten, renamed or dropped since, which PostgreSQL does for everybody at
   * once.
   *
   * @return sorted; empty when all are as they were
   * @throws Fault BACKUP_FAILED when nobody can tell
   */
  static List<String> changed(Snapshot snapshot) {
    try (Connection then = snapshot.join();
        Connection now = Sessions.connect(snapshot.address())) {
      return CatalogueFacts.of(then).lostIn(CatalogueFacts.of(now));
    } catch (SQLException e) {
      throw new Fault(
          RecoveryCode.BACKUP_FAILED.code(),
          "the tables of " + snapshot.address() + " can't be told: " + e.getMessage(),
          e);
    }
  }

  /**
   * The same in words, with a few examples.
   *
   * @return empty when all are as they were
   * @throws Fault as above
   */
  public static String changedWords(Snapshot snapshot) {
    Faults faults = new Faults();
    changed(snapshot).forEach(faults::add);
    return faults.count() == 0 ? "" : "changed while their rows were counted: " + faults;
  }

  /** Of a database that nobody writes to, such as a restored one; it is left as it was. */
  public static List<Backup.Table> of(DataSource quiet, int atATime, PartProgress progress)
      throws SQLException {
    return new TableDigests(() -> reading(quiet), atATime, progress).read();
  }

  private static Connection reading(DataSource quiet) throws SQLException {
    Connection connection = quiet.getConnection();
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return connection;
  }

  private List<Backup.Table> read() throws SQLException {
    try (Connection connection = connections.open()) {
      return read(connection, false);
    }
  }

  private List<Backup.Table> read(Connection connection, boolean held) throws SQLException {
    PinnedSettings.pin(connection);
    boolean ranges = connection.getMetaData().getDatabaseMajorVersion() >= RANGES_SINCE;
    List<Target> targets = Targets.of(connection);
    Queue<Piece> pieces = pieces(targets, ranges);
    return tables(targets, sums(connection, pieces, new Readers(pieces, progress, held)));
  }

  /** The largest first: nobody should be left with a large one at the end. */
  private static Queue<Piece> pieces(List<Target> targets, boolean ranges) {
    return new ConcurrentLinkedQueue<>(
        targets.stream()
            .flatMap(target -> target.pieces(ranges).stream())
            .sorted(comparingLong(Piece::bytes).reversed())
            .toList());
  }

  private Map<Target, Sums> sums(Connection first, Queue<Piece> pieces, Readers readers)
      throws SQLException {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < Math.min(atATime, pieces.size()); i++) {
      others.add(Thread.ofPlatform().daemon().start(() -> readers.read(connections)));
    }
    readers.readOn(first);
    readers.join(others);
    readers.readLeft(first);
    return readers.result();
  }

  /**
   * What lies in a partition lies in all tables above it too. A name with a dot may look like that
   * of a table in another schema; both are told in full then.
   */
  private static List<Backup.Table> tables(List<Target> targets, Map<Target, Sums> read) {
    Map<Long, Sums> all = new HashMap<>();
    read.forEach((target, sums) -> {
      all.merge(target.number(), sums, Sums::plus);
      target.within().forEach(above -> all.merge(above, sums, Sums::plus));
    });
    List<Target> listed = targets.stream().filter(Target::listed).toList();
    Map<String, Long> called = listed.stream().collect(groupingBy(Target::name, counting()));
    return listed.stream()
        .map(target -> {
          Sums sums = all.getOrDefault(target.number(), Sums.ZERO);
          boolean alone = Long.valueOf(1).equals(called.get(target.name()));
          String name = alone ? target.name() : target.quoted();
          return new Backup.Table(name, sums.rows(), sums.digest(target.columns()));
        })
        .sorted(comparing(Backup.Table::name))
        .toList();
  }
}
