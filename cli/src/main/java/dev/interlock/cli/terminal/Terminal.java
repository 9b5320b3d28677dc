package dev.interlock.cli.terminal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal can show. The launcher tells in {@code INTERLOCK_TTY} which of the streams 0
 * (input), 1 (results) and 2 (messages) are terminals, since Java can only tell whether all of them
 * are.
 *
 * @param results results go to a terminal
 * @param messages messages go to a terminal
 * @param colours colours are wanted
 * @param boxDrawing characters beyond ASCII are safe
 * @param width columns
 */
public record Terminal(
    boolean results, boolean messages, boolean colours, boolean boxDrawing, int width) {

  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 160;

  /** Reads INTERLOCK_TTY, NO_COLOR, TERM, COLUMNS and INTERLOCK_ASCII. */
  public static Terminal of(Map<String, String> env) {
    String streams = env.getOrDefault("INTERLOCK_TTY", "");
    boolean results = streams.contains("1");
    boolean dumb = env.getOrDefault("TERM", "").equals("dumb");
    boolean colours = results && !dumb && env.getOrDefault("NO_COLOR", "").isEmpty();
    boolean ascii = dumb || !env.getOrDefault("INTERLOCK_ASCII", "").isEmpty();
    return new Terminal(
        results, streams.contains("2") && !dumb, colours, !ascii, width(env.get("COLUMNS")));
  }

  /** The same width without colours: for text that goes into a file. */
  public Terminal plain() {
    return new Terminal(false, messages, false, boxDrawing, width);
  }

  private static int width(@Nullable String columns) {
    if (columns == null || !columns.matches("[0-9]{1,5}")) {
      return USUAL_WIDTH;
    }
    return Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST);
  }
}
