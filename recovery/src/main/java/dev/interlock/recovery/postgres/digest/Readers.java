package dev.interlock.recovery.postgres.digest;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.PartProgress;
import dev.interlock.recovery.postgres.Sessions;
import dev.interlock.recovery.postgres.digest.TableDigests.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Several connections that take one piece after the other; the first failure stops all. */
final class Readers {

  private final Queue<Piece> pieces;
  private final PartProgress progress;
  private final long all;
  private final AtomicLong done = new AtomicLong();
  private final Map<Target, Sums> sums = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

  Readers(Queue<Piece> pieces, PartProgress progress) {
    this.pieces = pieces;
    this.progress = progress;
    this.all = pieces.stream().mapToLong(Piece::bytes).sum();
  }

  /** Reads on a connection of its own. */
  void read(Connections connections) {
    try (Connection connection = connections.open()) {
      readOn(connection);
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  /** Reads on a connection that stays open. */
  void readOn(Connection connection) {
    try {
      PinnedSettings.pin(connection);
      Piece piece = pieces.poll();
      while (piece != null && failed.get() == null) {
        Sums read = read(piece, connection);
        sums.merge(piece.target(), read, Sums::plus);
        progress.at(done.addAndGet(piece.bytes()), all);
        piece = pieces.poll();
      }
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  /**
   * A table stays locked with all its indexes until the transaction ends, or goes back: thousands
   * of them would fill the memory that all users of the server share for their locks.
   */
  private static Sums read(Piece piece, Connection connection) throws SQLException {
    Sessions.run(connection, "SAVEPOINT piece");
    Sums read = piece.read(connection);
    Sessions.run(connection, "ROLLBACK TO SAVEPOINT piece; RELEASE SAVEPOINT piece");
    return read;
  }

  private void fail(Exception e) {
    failed.compareAndSet(null, e);
  }

  /** What all of them read, when all have ended. */
  Map<Target, Sums> result(List<Thread> others) throws SQLException {
    for (Thread other : others) {
      join(other);
    }
    switch (failed.get()) {
      case null -> {}
      case SQLException e -> throw e;
      case Fault e -> throw e;
      case Exception e -> throw new IllegalStateException(e);
    }
    return sums;
  }

  private void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new SQLException("interrupted", e));
    }
  }
}
