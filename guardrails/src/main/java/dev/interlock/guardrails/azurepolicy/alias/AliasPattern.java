package dev.interlock.guardrails.azurepolicy.alias;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * Takes an alias's value out of a longer text, as the offer out of the id of a platform image.
 *
 * @param phrase the text with names in braces, each standing for one part without a slash
 * @param variable which of the names is the alias's value
 */
public record AliasPattern(String phrase, String variable) {

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)\\}");

  /** Whether the phrase names the variable, without which nothing can be taken. */
  public boolean isUsable() {
    return !variable.isEmpty() && phrase.contains("{" + variable + "}");
  }

  /** The variable's part of a text of this form, in any letter case; empty for any other text. */
  public Optional<String> extract(String text) {
    if (!isUsable()) {
      return Optional.empty();
    }
    Matcher matcher = compiled().matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Pattern compiled() {
    StringBuilder expression = new StringBuilder();
    Matcher names = NAME.matcher(phrase);
    int from = 0;
    boolean taken = false;
    while (names.find()) {
      expression.append(Pattern.quote(phrase.substring(from, names.start())));
      boolean takes = !taken && names.group(1).equals(variable);
      expression.append(takes ? "([^/]+)" : "[^/]+");
      taken |= takes;
      from = names.end();
    }
    expression.append(Pattern.quote(phrase.substring(from)));
    return Pattern.compile(expression.toString(), Pattern.CASE_INSENSITIVE);
  }
}
