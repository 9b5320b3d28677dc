package dev.interlock.server.console;

import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.finding.Severity;
import dev.interlock.server.findings.FindingFilter.Words;
import dev.interlock.server.findings.FindingState;
import dev.interlock.server.findings.FindingsPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one can filter findings by.
 *
 * @param menus to choose from
 * @param text what is searched for; empty for nothing
 * @param change the only one that is looked at; empty for all in the queue
 */
public record FindingChoices(List<Menu> menus, String text, String change) {

  public FindingChoices {
    menus = List.copyOf(menus);
  }

  /**
   * One filter.
   *
   * @param name in the address
   * @param label in words
   */
  public record Menu(String name, String label, List<Choice> choices) {

    public Menu {
      choices = List.copyOf(choices);
    }
  }

  /** A value; {@code chosen} when it is in use. */
  public record Choice(String value, String label, boolean chosen) {}

  static FindingChoices of(Words wanted, FindingsPart part, Estate estate) {
    List<String> severities =
        Arrays.stream(Severity.values()).map(Severity::word).toList().reversed();
    List<String> states = Arrays.stream(FindingState.values()).map(FindingState::word).toList();
    List<String> environments = List.copyOf(new TreeSet<>(estate.all(Environment.class).keySet()));
    return new FindingChoices(
        List.of(
            menu("severity", "Severity", severities, wanted.severity()),
            menu("state", "State", states, wanted.state()),
            new Menu("control", "Control", controls(part, wanted.control())),
            menu("environment", "Environment", environments, wanted.environment())),
        Objects.requireNonNullElse(wanted.q(), ""),
        Objects.requireNonNullElse(wanted.change(), ""));
  }

  private static Menu menu(
      String name, String label, List<String> values, @Nullable String chosen) {
    return new Menu(
        name,
        label,
        values.stream().map(v -> new Choice(v, v, v.equalsIgnoreCase(chosen))).toList());
  }

  private static List<Choice> controls(FindingsPart part, @Nullable String chosen) {
    return part.controls().entrySet().stream()
        .map(e ->
            new Choice(
                e.getKey(), e.getKey() + " (" + e.getValue() + ")", e.getKey().equals(chosen)))
        .toList();
  }

  /** The address of the list with these filters, to be gone on with. */
  static String address(Words wanted) {
    StringBuilder address = new StringBuilder("/findings?");
    append(address, "severity", wanted.severity());
    append(address, "state", wanted.state());
    append(address, "control", wanted.control());
    append(address, "environment", wanted.environment());
    append(address, "change", wanted.change());
    append(address, "q", wanted.q());
    return address.toString();
  }

  private static void append(StringBuilder address, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      address.append(name).append('=');
      address.append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&');
    }
  }
}
