package dev.interlock.facts;

import java.util.regex.Pattern;

/** Names and passwords that are written before a host, as in {@code https://user:word@host/…}. */
public final class Credentials {

  /** What stands behind the @ of a pinned image is a digest and no host. */
  private static final String NO_DIGEST = "(?![A-Za-z0-9+._-]+:[0-9A-Fa-f]{32,})";

  private static final String WORD = "[^\\s/@'\"|,]";

  /** After a scheme anything before the @; without one a name and a password. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<=//)"
              + WORD
              + "++@"
              + NO_DIGEST
              + "|(?<![\\w./:@-])[^\\s/@'\"|,:]++:"
              + WORD
              + "++@"
              + NO_DIGEST);

  private Credentials() {}

  /** The same text with {@code ***} in the place of every one of them. */
  public static String hidden(String text) {
    return text.indexOf('@') < 0 ? text : WRITTEN.matcher(text).replaceAll("***@");
  }
}
