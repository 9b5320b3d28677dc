package dev.interlock.recovery.postgres.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.recovery.postgres.Snapshot;
import dev.interlock.recovery.postgres.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How tables are read: in pieces, each for itself, and told as it goes on. */
@Tag("slow")
class PiecesOfTablesTest {

  @RegisterExtension private final KindsDatabase database = new KindsDatabase();

  @Test
  void no_more_tables_are_locked_at_a_time_than_are_being_read() throws Exception {
    AtomicLong most = new AtomicLong();
    try (Snapshot snapshot = Snapshot.open(database.address())) {
      TableDigests.of(snapshot, 1, (_, _) -> most.accumulateAndGet(lockedTables(), Math::max));
    }

    assertThat(most).hasValue(0);
  }

  /** Read by those who count, beside the catalogue. */
  private long lockedTables() {
    try {
      return Long.parseLong(
          Sql.text(
              database.address(),
              "SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                  + " WHERE l.pid <> pg_backend_pid() AND c.relkind = 'r' AND c.oid >= 16384"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void who_waits_is_told_how_much_of_all_is_read() throws Exception {
    List<Long> shares = new CopyOnWriteArrayList<>();

    TableDigests.of(
        database.address().dataSource(), 1, (done, all) -> shares.add(100 * done / all));

    assertThat(shares).isSorted().endsWith(100L).hasSizeGreaterThan(1);
  }

  @Test
  void a_table_in_many_pieces_is_the_same_as_in_one() throws Exception {
    database.run(
        "CREATE TABLE large AS SELECT n, repeat(md5(n::text), 20) AS t"
            + " FROM generate_series(1, 300000) AS n");
    try (Connection connection = database.address().dataSource().getConnection()) {
      Target large =
          Targets.of(connection).stream().filter(t -> t.name().equals("large")).findAny().get();

      assertThat(large.pieces(true)).hasSizeGreaterThan(2);
      assertThat(large.pieces(false)).hasSize(1);
      assertThat(sum(connection, large.pieces(true)))
          .isEqualTo(sum(connection, large.pieces(false)))
          .extracting(Sums::rows)
          .isEqualTo(300_000L);
    }
  }

  private static Sums sum(Connection connection, List<Piece> pieces) throws SQLException {
    Sums sum = Sums.ZERO;
    for (Piece piece : pieces) {
      sum = sum.plus(piece.read(connection));
    }
    return sum;
  }
}
