package dev.interlock.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commented file in which somebody states something. As it comes it is valid and states the
 * worst, so that nothing good is signed by mistake.
 */
public final class EvidenceTemplate {

  private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z]+)}");

  private EvidenceTemplate() {}

  /** False for what only the program itself states: its decisions, and backups and their fate. */
  public static boolean exists(PredicateKind kind) {
    return switch (kind) {
      case DECISION, BACKUP, CUSTODY -> false;
      default -> true;
    };
  }

  /**
   * The template of a kind as YAML.
   *
   * @param values what to put into its blanks, as written in YAML; each blank needs one
   */
  public static String of(PredicateKind kind, Map<String, String> values) {
    return BLANK
        .matcher(text(kind))
        .replaceAll(blank -> Matcher.quoteReplacement(value(values, blank.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing is given for the blank " + name);
    }
    return value;
  }

  private static String text(PredicateKind kind) {
    String name = "template/" + kind.word() + ".yaml";
    try (InputStream stream = EvidenceTemplate.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no template for " + kind.word());
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
