package dev.interlock.server;

import dev.interlock.server.database.Database;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database that is started and brought up to date while the program gets ready beside it: each
 * waits for the disk and for itself, and a start takes as long as the slower of the two.
 */
final class StartingDatabase implements AutoCloseable {

  private final Supplier<Database> starting;
  private final CompletableFuture<@Nullable Database> database = new CompletableFuture<>();
  private volatile boolean begun;

  StartingDatabase(Supplier<Database> starting) {
    this.starting = starting;
  }

  /** Begins to start it; not before the log is set up, because starting it has things to tell. */
  void begin() {
    begun = true;
    Thread.ofPlatform().name("database").start(this::start);
  }

  private void start() {
    try {
      database.complete(migrated());
    } catch (RuntimeException | Error e) {
      database.completeExceptionally(e);
    }
  }

  private Database migrated() {
    Database there = starting.get();
    try {
      Migrations.run(there);
      return there;
    } catch (RuntimeException e) {
      there.close();
      throw e;
    }
  }

  /** The database with its tables as this version wants them; waits until it is there. */
  Database ready() {
    try {
      Database there = database.join();
      if (there == null) {
        throw new IllegalStateException("the database was never started");
      }
      return there;
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Stops it. One that is still starting is waited for: what comes up later would stay. */
  @Override
  public void close() {
    if (!begun) {
      return;
    }
    Database there = database.exceptionally(_ -> null).join();
    if (there != null) {
      there.close();
    }
  }
}
