package dev.interlock.server.security;

import dev.interlock.server.security.RouteRule.Who;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The table of all routes and who may use them, read from {@code routes.txt}. What isn't in the
 * table is closed to everybody.
 */
public final class RouteRules {

  private static final String TABLE = "routes.txt";

  private final List<RouteRule> rules;

  private RouteRules(List<RouteRule> rules) {
    this.rules =
        rules.stream()
            .sorted(
                Comparator.comparing(RouteRule::path).thenComparing(r -> r.method().equals("ANY")))
            .toList();
  }

  /** The table that came with the program. */
  public static RouteRules shipped() {
    try (InputStream table = RouteRules.class.getResourceAsStream(TABLE)) {
      if (table == null) {
        throw new IllegalStateException("the program lacks " + TABLE);
      }
      return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + TABLE, e);
    }
  }

  /**
   * Reads a table: {@code METHOD PATH WHO [people]} on each line; {@code #} begins a comment.
   *
   * @throws IllegalArgumentException with the line, when it can't be read
   */
  static RouteRules parse(String table) {
    List<RouteRule> rules = new ArrayList<>();
    int number = 0;
    for (String line : table.split("\n", -1)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        rules.add(rule(text.split("\\s+"), number));
      }
    }
    return new RouteRules(rules);
  }

  /** The rule for a request; the most exact path wins. */
  public Optional<RouteRule> find(String method, String path) {
    PathContainer address = PathContainer.parsePath(path);
    String asked = method.equals("HEAD") ? "GET" : method;
    return rules.stream().filter(rule -> rule.covers(asked, address)).findFirst();
  }

  /** All rules, the most exact first. */
  public List<RouteRule> all() {
    return rules;
  }

  private static RouteRule rule(String[] words, int line) {
    boolean people = words.length == 4 && words[3].equals("people");
    if (words.length != 3 && !people) {
      throw wrong(line, "expected METHOD PATH WHO, and nothing or \"people\" after it");
    }
    var path = PathPatternParser.defaultInstance.parse(words[1]);
    return switch (words[2]) {
      case "everybody" -> new RouteRule(words[0], path, Who.EVERYBODY, Set.of(), people);
      case "signed-in" -> new RouteRule(words[0], path, Who.SIGNED_IN, Set.of(), people);
      default -> new RouteRule(words[0], path, Who.ROLES, roles(words[2], line), people);
    };
  }

  private static Set<AccountRole> roles(String words, int line) {
    Set<AccountRole> roles = EnumSet.noneOf(AccountRole.class);
    for (String word : words.split(",", -1)) {
      roles.add(
          AccountRole.ofWord(word)
              .orElseThrow(() -> wrong(line, "there is no role \"" + word + "\"")));
    }
    return roles;
  }

  private static IllegalArgumentException wrong(int line, String why) {
    return new IllegalArgumentException(TABLE + ":" + line + ": " + why);
  }
}
