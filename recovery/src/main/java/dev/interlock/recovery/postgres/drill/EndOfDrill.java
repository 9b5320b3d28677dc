package dev.interlock.recovery.postgres.drill;

import java.nio.file.Path;
import java.util.List;

/**
 * Ends the processes of PostgreSQL and Redis that work in the folder of a drill, and before them
 * what was booted on it. They are known by where they work, so it does not matter who started them,
 * and a number that belongs to another process by now can't be hit. It is a script of the shell,
 * because what guards a drill must live on without Java.
 */
final class EndOfDrill {

  /**
   * First an immediate shutdown, in which the server gives its shared memory back, then SIGKILL.
   * Where there is no /proc the server's own file tells its number.
   */
  private static final String SCRIPT =
      MarkedProcesses.KILL
          + """
          folder=$1
          server=$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)
          memory=$(sed -n '7s/.* //p' "$folder/data/postmaster.pid" 2>/dev/null)
          inside() {
            if [ -d /proc/self ]; then
              for p in /proc/[0-9]*; do
                if [ "$p/cwd" -ef "$folder" ] || [ "$p/cwd" -ef "$folder/data" ] \\
                  || [ "$p/cwd" -ef "$folder/redis" ]; then
                  read -r name 2>/dev/null <"$p/comm" || continue
                  case $name in postgres|initdb|pg_*|redis-*|setpriv|unshare) echo "${p#/proc/}" ;; esac
                fi
              done
            elif ps -o command= -p "${server:-0}" 2>/dev/null | grep -qF "$folder"; then
              echo "$server"
            fi
          }
          gone() {
            n=0
            while [ -n "$(inside)" ]; do
              n=$((n + 1))
              [ $n -gt "$1" ] && return 1
              [ "$2" = KILL ] && kill -KILL $(inside) 2>/dev/null
              sleep 0.1
            done
          }
          for p in $(inside); do
            [ "$p" = "$server" ] && kill -QUIT "$p"
          done
          for p in $(inside); do
            read -r name 2>/dev/null <"/proc/$p/comm" || continue
            case $name in redis-*) kill -KILL "$p" ;; esac
          done
          gone 80 WAIT || gone 100 KILL
          if [ -n "$memory" ] && [ -e "$folder/data/postmaster.pid" ]; then
            ipcrm -m "$memory" 2>/dev/null
          fi
          exit 0
          """;

  private EndOfDrill() {}

  /** The command that ends them and waits until they are gone. */
  static List<String> command(Unprivileged user, Path folder) {
    return user.command("/bin/sh", "-c", SCRIPT, "end-of-drill", folder.toString());
  }
}
