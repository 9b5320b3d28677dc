package dev.interlock.recovery.postgres.drill;

import java.nio.file.Path;
import java.util.List;

/**
 * Processes that a program of the company's started in the place of a drill. They are known by a
 * variable in their environment, which children inherit, and by where they work: it does not matter
 * who started them or how often they moved to the background.
 */
final class MarkedProcesses {

  /** The variable that marks them; its value is the folder of the drill. */
  static final String MARK = "INTERLOCK_DRILL_PLACE";

  /** Where such a program works, in the folder of the drill. */
  static final String WORK = "odoo";

  /** Of the shell: prints their numbers; wants {@code $folder}. */
  static final String FUNCTION =
      """
      marked() {
        {
          grep -lzxF "INTERLOCK_DRILL_PLACE=$folder" /proc/[0-9]*/environ
          find /proc/[0-9]*/cwd -maxdepth 0 \\( -lname "$folder/odoo" -o -lname "$folder/odoo/*" \\)
        } 2>/dev/null | sed 's|^/proc/||;s|/.*||' | sort -u
      }
      """;

  /** Of the shell: kills them at once, where there is a /proc to know them by. */
  static final String KILL =
      FUNCTION
          + """
          folder=$1
          n=0
          while [ -d /proc/self ] && all=$(marked) && [ -n "$all" ] && [ $n -lt 100 ]; do
            kill -KILL $all 2>/dev/null
            sleep 0.1
            n=$((n + 1))
          done
          """;

  /** First asks them to end; a moment later they are killed. */
  private static final String END =
      FUNCTION
          + """
          folder=$1
          all=$(marked)
          [ -n "$all" ] && kill -TERM $all 2>/dev/null
          n=0
          while [ -n "$(marked)" ] && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
          n=0
          while all=$(marked) && [ -n "$all" ] && [ $n -lt 100 ]; do
            kill -KILL $all 2>/dev/null
            sleep 0.1
            n=$((n + 1))
          done
          [ -z "$(marked)" ]
          """;

  private MarkedProcesses() {}

  /** The command that ends them, waits until they are gone, and fails when one is not. */
  static List<String> end(Unprivileged user, Path folder) {
    return user.command("/bin/sh", "-c", END, "end-of-program", folder.toString());
  }
}
