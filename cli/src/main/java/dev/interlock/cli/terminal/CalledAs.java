package dev.interlock.cli.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the user called the program. What lies below the surfaces does not know it and writes {@code
 * interlock COMMAND}; shown to the user, such a command is one that can be typed as it stands.
 */
record CalledAs(String program) {

  private static final Pattern COMMAND = Pattern.compile("(?<![\\w./-])interlock(?= [a-z])");

  private static final Pattern PLAIN = Pattern.compile("[\\w./+:@%-]+");

  /** The same text, its commands called as the user called the program. */
  String in(String text) {
    return COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(quoted()));
  }

  private String quoted() {
    return PLAIN.matcher(program).matches() ? program : "'" + program.replace("'", "'\\''") + "'";
  }
}
