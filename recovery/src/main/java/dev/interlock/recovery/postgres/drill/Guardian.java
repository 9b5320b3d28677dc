package dev.interlock.recovery.postgres.drill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small shell that holds a pipe from this process. When the pipe ends, which it does when the
 * drill is closed and also when this process is killed, the guardian ends the drill's PostgreSQL
 * and removes the folder. There is one way to tear down, and every drill takes it.
 */
final class Guardian {

  /**
   * Signals that end a whole terminal or service must not end the one that cleans up. Files are
   * many and each waits for the disk, so several are removed at a time.
   */
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      folder=$1 lock=$2 link=$3
      shift 3
      while read -r _; do :; done
      n=0
      while [ -e "$folder" ] && [ $n -lt 20 ]; do
        "$@"
        find "$folder" -mindepth 3 -maxdepth 3 -print0 2>/dev/null | xargs -0 -P 8 -n 16 rm -rf --
        rm -rf -- "$folder" || sleep 0.1
        n=$((n + 1))
      done
      [ -e "$folder" ] || rm -f -- "$link" "$lock"
      """;

  private static final long SECONDS = 120;

  private final Process shell;

  private Guardian(Process shell) {
    this.shell = shell;
  }

  static Guardian of(Path folder, Path lock, Unprivileged user) throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "drill-guardian"));
    words.add(folder.toString());
    words.add(lock.toString());
    words.add(new DrillSocket(folder).link().toString());
    words.addAll(EndOfDrill.command(user, folder));
    return new Guardian(
        new ProcessBuilder(words)
            .directory(new File("/"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** For tests that kill it. */
  ProcessHandle process() {
    return shell.toHandle();
  }

  /** Lets it do its work, and waits. */
  void dismiss() {
    try {
      shell.getOutputStream().close();
      shell.waitFor(SECONDS, TimeUnit.SECONDS);
    } catch (IOException _) {
      // It has been killed: whoever asked for the end looks what is left.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
