package dev.interlock.recovery.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What pgBackRest says of a repository that it can't decrypt. It takes what comes out for a damaged
 * file and shows it, which nobody understands and no terminal should be given.
 */
final class CipherTrouble {

  /** Begins what shows the content of a file. */
  private static final String QUOTING = "outside of section";

  /**
   * What a wrong passphrase makes of a file, and an encrypted file that was taken for a plain one.
   */
  private static final Pattern SAID =
      Pattern.compile(QUOTING + "|CryptoError|unable to flush|cipher header|Salted__");

  /** All that no JSON may hold, or that no decoder understood. */
  private static final Pattern UNREADABLE =
      Pattern.compile("[^\\n\\x20-\\x7E\\u00A0-\\uD7FF\\uE000-\\uFFFC]");

  /** Content, some of it replaced by question marks, which stand at ends of words alone. */
  private static final Pattern QUOTED = Pattern.compile("[^\\x20-\\x7E]|\\?(?=[^ ])");

  private static final String WRONG =
      "it can't decrypt its repository: the passphrase (repo-cipher-pass) or the type of the cipher"
          + " (repo-cipher-type) in its settings is not the one that the repository was made with,"
          + " or its files are damaged";

  private CipherTrouble() {}

  /** The words of the tool; behind plain ones when they tell that it can't decrypt. */
  static String told(String words) {
    if (!SAID.matcher(words).find()) {
      return words;
    }
    return words
        .lines()
        .filter(line -> !line.contains(QUOTING))
        .map(CipherTrouble::untilQuoted)
        .filter(line -> line.contains(" "))
        .collect(Collectors.joining("\n", WRONG + "; it said: ", ""));
  }

  /** The tool speaks English; what does not look like it is content, and so is what follows. */
  private static String untilQuoted(String line) {
    Matcher quoted = QUOTED.matcher(line);
    return quoted.find() ? line.substring(0, quoted.start()).strip() : line;
  }

  /** What a parser can read of an answer that quotes what could not be decrypted. */
  static String readable(String answer) {
    return UNREADABLE.matcher(answer).replaceAll("?");
  }
}
