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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Several connections that take one piece after the other; the first failure stops all. */
final class Readers {

  /** SQLSTATE of a lock that is not to be had at once. */
  private static final String NOT_AVAILABLE = "55P03";

  private final Queue<Piece> pieces;
  private final Queue<Piece> left = new ConcurrentLinkedQueue<>();
  private final PartProgress progress;
  private final boolean held;
  private final long all;
  private final AtomicLong done = new AtomicLong();
  private final Map<Target, Sums> sums = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Exception> failed = new AtomicReference<>();

  /**
   * Nobody reads yet.
   *
   * @param held whether the first connection has locks on all tables, so that the others must not
   *     wait for theirs
   */
  Readers(Queue<Piece> pieces, PartProgress progress, boolean held) {
    this.pieces = pieces;
    this.progress = progress;
    this.held = held;
    this.all = pieces.stream().mapToLong(Piece::bytes).sum();
  }

  /** Reads on a connection of its own. */
  void read(Connections connections) {
    try (Connection connection = connections.open()) {
      if (held) {
        // No wait can end in a circle: that for a table is not begun, see take.
        Sessions.run(connection, "SET LOCAL lock_timeout = 0");
      }
      read(pieces, connection, held);
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  /** Reads on the first connection, which stays open. */
  void readOn(Connection first) {
    read(pieces, first, false);
  }

  /** Reads what others could not get into, as somebody waits to change it. */
  void readLeft(Connection first) {
    read(left, first, false);
  }

  private void read(Queue<Piece> queue, Connection connection, boolean asking) {
    try {
      PinnedSettings.pin(connection);
      Piece piece = queue.poll();
      while (piece != null && failed.get() == null) {
        take(piece, connection, asking);
        piece = queue.poll();
      }
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  /**
   * A table stays locked with all its indexes until the transaction ends, or goes back: thousands
   * of them would fill the memory that all users of the server share for their locks.
   */
  private void take(Piece piece, Connection connection, boolean asking) throws SQLException {
    Sessions.run(connection, "SAVEPOINT piece");
    boolean open = !asking || isOpen(piece, connection);
    if (open) {
      sums.merge(piece.target(), piece.read(connection), Sums::plus);
    }
    Sessions.run(connection, "ROLLBACK TO SAVEPOINT piece; RELEASE SAVEPOINT piece");
    if (open) {
      progress.at(done.addAndGet(piece.bytes()), all);
    } else {
      left.add(piece);
    }
  }

  /** Whether its table can be read without waiting behind somebody who waits to change it. */
  private static boolean isOpen(Piece piece, Connection connection) throws SQLException {
    String table = piece.target().quoted();
    try {
      Sessions.run(connection, "LOCK TABLE ONLY " + table + " IN ACCESS SHARE MODE NOWAIT");
      return true;
    } catch (SQLException e) {
      if (NOT_AVAILABLE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  private void fail(Exception e) {
    failed.compareAndSet(null, e);
  }

  /** Waits until they have ended. */
  void join(List<Thread> others) {
    others.forEach(this::join);
  }

  /** What all of them read, when all have ended. */
  Map<Target, Sums> result() throws SQLException {
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
