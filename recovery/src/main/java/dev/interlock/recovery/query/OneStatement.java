package dev.interlock.recovery.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a text is one question to a database, and nothing else. */
public final class OneStatement {

  /** What may hold a semicolon without ending the statement; {@code $1$} closes what it opened. */
  private static final Pattern QUOTED =
      Pattern.compile(
          """
          (?s)(?i:\\be'[^'\\\\]*+(?:(?:\\\\.|'')[^'\\\\]*+)*+')|'[^']*+(?:''[^']*+)*+'\
          |"[^"]*+(?:""[^"]*+)*+"|\\$((?:[A-Za-z_]\\w*+)?)\\$.*?\\$\\1\\$|--[^\\n]*+\
          """);

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*(?:(?!/\\*|\\*/).)*+\\*/");
  private static final Pattern ASKS =
      Pattern.compile("(?is)\\s*(?:select|with|values|table)\\b[^;]*;?\\s*");

  private OneStatement() {}

  /** Whether it is one statement that asks; comments and quoted text may hold anything. */
  public static boolean isQuestion(String sql) {
    String bare = QUOTED.matcher(sql).replaceAll("''");
    for (Matcher comment = COMMENT.matcher(bare); comment.find(); ) {
      bare = comment.replaceAll(" ");
      comment = COMMENT.matcher(bare);
    }
    return ASKS.matcher(bare).matches();
  }
}
