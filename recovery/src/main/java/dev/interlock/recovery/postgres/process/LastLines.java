package dev.interlock.recovery.postgres.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The last lines that a program wrote, however much it wrote. */
public final class LastLines {

  private static final int KEPT = 12;
  private static final int WIDTH = 500;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Function<String, Optional<String>> tellable;

  /** Keeps lines as they are. */
  public LastLines() {
    this(Optional::of);
  }

  /**
   * Keeps what may be told.
   *
   * @param tellable sees each whole line, in order, before anything is shortened or forgotten
   */
  public LastLines(Function<String, Optional<String>> tellable) {
    this.tellable = tellable;
  }

  /** Reads until the end. */
  public void read(InputStream from) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
      reader.lines().map(tellable).flatMap(Optional::stream).forEach(this::add);
    } catch (IOException | java.io.UncheckedIOException _) {
      add("(its messages could not be read to the end)");
    }
  }

  /** The lines, the last one last. */
  public synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private synchronized void add(String line) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(line.length() > WIDTH ? line.substring(0, WIDTH) + "…" : line);
  }
}
