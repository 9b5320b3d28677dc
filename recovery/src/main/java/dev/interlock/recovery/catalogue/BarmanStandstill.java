package dev.interlock.recovery.catalogue;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.catalogue.CatalogueTool.Answer;
import dev.interlock.recovery.postgres.physical.WalSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ends a backup that waits for nothing. When all is copied the server waits until its log is
 * archived, without end when it can't be: {@code --wait-timeout} of Barman begins only behind that.
 */
final class BarmanStandstill {

  private static final int LOOKS = 10;
  private static final String ARCHIVED = "last_archived_wal";

  private final Supplier<ToolAnswer> server;
  private final Duration patience;

  /**
   * Asks nothing yet.
   *
   * @param server what Barman knows of the server, and what the server says of its archive
   * @param patience so long nothing may be archived and nothing copied
   */
  BarmanStandstill(Supplier<ToolAnswer> server, Duration patience) {
    this.server = server;
    this.patience = patience;
  }

  /**
   * Lets the tool make a backup.
   *
   * @param backup ends, with the tool, when its thread is interrupted
   * @return empty when it stood still, and was ended
   * @throws Fault what the backup threw
   */
  Optional<Answer> watch(Supplier<Answer> backup) throws InterruptedException {
    FutureTask<Answer> made = new FutureTask<>(backup::get);
    Thread making = Thread.ofVirtual().start(made);
    try {
      return watched(made);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Fault fault ? fault : new IllegalStateException(e.getCause());
    } finally {
      making.interrupt();
      making.join();
    }
  }

  private Optional<Answer> watched(FutureTask<Answer> made)
      throws InterruptedException, ExecutionException {
    String seen = "";
    long since = System.nanoTime();
    while (System.nanoTime() - since < patience.toNanos()) {
      try {
        return Optional.of(made.get(patience.toMillis() / LOOKS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException _) {
        String now = state();
        if (now.isEmpty() || !now.equals(seen)) {
          seen = now;
          since = System.nanoTime();
        }
      }
    }
    return Optional.empty();
  }

  /** What changes while anything goes on; empty when all that is to be archived is. */
  private String state() {
    try {
      ToolAnswer told = server.get();
      return archivesAll(told) ? "" : told.text(ARCHIVED) + " " + newest(told);
    } catch (Fault | IOException | UncheckedIOException _) {
      // What can't be asked now may be asked later: no backup is ended for that.
      return "";
    }
  }

  private static boolean archivesAll(ToolAnswer told) {
    if ("false".equals(told.text("is_archiving"))) {
      return false;
    }
    long bytes = told.number("xlog_segment_size").orElse(0);
    Optional<WalSegment> archived = segment(told.text(ARCHIVED), bytes);
    Optional<WalSegment> writing = segment(told.text("current_xlog"), bytes);
    return archived.isEmpty()
        || writing.isEmpty()
        || writing.get().number() <= archived.get().next().number();
  }

  /** The file of a log, or the one in which a backup begins that the name tells. */
  private static Optional<WalSegment> segment(@Nullable String name, long bytes) {
    return name == null || bytes <= 0
        ? Optional.empty()
        : WalSegment.named(name.split("\\.", 2)[0], bytes);
  }

  /** How much there is of the backup that is being made: its folder is the newest. */
  private static long newest(ToolAnswer told) throws IOException {
    Path folder = Path.of(told.require("basebackups_directory"));
    try (Stream<Path> backups = Files.list(folder)) {
      Optional<Path> newest = backups.max(Comparator.naturalOrder());
      return newest.isEmpty() ? 0 : bytes(newest.get());
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(it -> it.toFile().length()).sum();
    }
  }

  /**
   * Why it stood still, for a message.
   *
   * @param told what is known of the server
   */
  static String why(ToolAnswer told) {
    String failed = told.text("last_failed_wal");
    String which =
        "false".equals(told.text("is_archiving")) && failed != null
            ? "its archive_command fails for "
                + failed
                + ", last at "
                + told.text("last_failed_time")
            : "the last file that it archived is " + told.text(ARCHIVED);
    return "the server waits until its log is archived, and it is not: " + which;
  }
}
