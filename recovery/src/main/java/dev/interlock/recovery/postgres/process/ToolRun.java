package dev.interlock.recovery.postgres.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program on a leash: a small shell holds a pipe from this process and ends the program when
 * the pipe ends, which it does however this process ends.
 */
public final class ToolRun {

  /**
   * Reading is a builtin of the shell, so that ending the watch leaves no process behind. A tool
   * that does not listen is killed after ten seconds.
   */
  private static final String LEASH =
      """
      exec 3<&0 </dev/null
      "$@" 3<&- & tool=$!
      {
        while read -r _; do :; done <&3
        kill -TERM $tool
        n=0
        while [ $n -lt 100 ] && kill -0 $tool; do sleep 0.1; n=$((n + 1)); done
        kill -KILL $tool
      } >/dev/null 2>&1 & watch=$!
      exec 3<&-
      wait $tool
      code=$?
      kill -TERM $watch 2>/dev/null
      exit $code
      """;

  /** What is said of a program that the system or somebody ended, as when memory is short. */
  public static final String KILLED = "it was killed (signal 9)";

  /** The exit code of such a program, as a shell tells it. */
  public static final int CODE_OF_KILLED = 128 + 9;

  private static final Duration LOOK = Duration.ofMillis(200);

  private final ToolCommand command;
  private final @Nullable Duration patience;

  /** Runs nothing yet. */
  public ToolRun(ToolCommand command) {
    this(command, null);
  }

  private ToolRun(ToolCommand command, @Nullable Duration patience) {
    this.command = command;
    this.patience = patience;
  }

  /**
   * The same, but it is ended, with a {@link ToolQuiet}, when it writes nothing for so long: it
   * waits for something that does not come.
   */
  public ToolRun givenUpAfter(Duration quiet) {
    return new ToolRun(command, quiet);
  }

  /**
   * How a program ended.
   *
   * @param code zero when all went well
   * @param said the last lines that it wrote to its error output
   */
  public record Ended(int code, List<String> said) {

    public Ended {
      said = List.copyOf(said);
    }

    /** It did what it was asked. */
    public boolean well() {
      return code == 0;
    }

    /** What it said, for a message, and whether it was killed. */
    public String words() {
      return words(String.join("\n  ", said));
    }

    /** The same of a program that wrote what it said elsewhere. */
    public String words(String written) {
      String how = code == CODE_OF_KILLED ? KILLED : "it ended with code " + code;
      if (written.isEmpty()) {
        return how;
      }
      return code == CODE_OF_KILLED ? written + "\n  " + how : written;
    }
  }

  /** Runs it; what it writes is thrown away. */
  public Ended run() throws IOException, InterruptedException {
    return run(OutputStream.nullOutputStream());
  }

  /**
   * Runs it to its end. It is killed when its output can't be taken or the calling thread is
   * interrupted.
   *
   * @param output takes what it writes; is left open
   * @throws IOException when it can't be started, or what the output threw
   */
  public Ended run(OutputStream output) throws IOException, InterruptedException {
    return run(output, Optional::of);
  }

  /**
   * The same, and keeps of its messages only what may be told.
   *
   * @param tellable sees each whole line of its messages, in order
   */
  public Ended run(OutputStream output, Function<String, Optional<String>> tellable)
      throws IOException, InterruptedException {
    Process leash = onLeash().start();
    LastLines said = new LastLines(tellable);
    var messages = inBackground(() -> said.read(leash.getErrorStream()));
    SeenOutput seen = new SeenOutput(output);
    var copy = inBackground(() -> copy(leash, seen));
    try {
      int code = ended(leash, seen);
      finished(copy);
      messages.join();
      return new Ended(code, said.lines());
    } finally {
      letGo(leash);
    }
  }

  private int ended(Process leash, SeenOutput seen) throws IOException, InterruptedException {
    Duration longest = patience;
    if (longest == null) {
      return leash.waitFor();
    }
    while (!leash.waitFor(LOOK)) {
      if (seen.quietFor(longest)) {
        throw new ToolQuiet(longest);
      }
    }
    return leash.exitValue();
  }

  private ProcessBuilder onLeash() {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, "leash"));
    words.addAll(command.words());
    Path folder = command.folder();
    return new ToolCommand(words, command.environment(), folder).builder();
  }

  private static CompletableFuture<Void> inBackground(Runnable work) {
    return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
  }

  /** When nobody takes its output the tool is ended, so that waiting for it comes to an end. */
  private static void copy(Process leash, OutputStream output) {
    try (InputStream from = leash.getInputStream()) {
      from.transferTo(output);
    } catch (IOException e) {
      throw new CompletionException(e);
    } finally {
      closeQuietly(leash.getOutputStream());
    }
  }

  private static void finished(CompletableFuture<Void> copy) throws IOException {
    try {
      copy.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Ends the pipe, on which the tool ends too, and waits for that: it is a matter of seconds. */
  private static void letGo(Process leash) {
    closeQuietly(leash.getOutputStream());
    leash.onExit().join();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException _) {
      // The other side has gone already.
    }
  }
}
