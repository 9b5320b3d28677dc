package dev.interlock.usecases.drafting;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A commented change to fill in. */
public final class ChangeTemplate {

  private ChangeTemplate() {}

  /**
   * The file.
   *
   * @param environments to choose from; empty when they are not known
   * @param services that the environment has; empty when they are not known
   * @param persons to choose from; empty when they are not known
   */
  public static String of(
      String name,
      String environment,
      Collection<String> environments,
      Collection<String> services,
      Collection<String> persons) {
    List<String> people = List.copyOf(persons);
    return Shipped.text("change.yaml")
        .replace("{name}", Words.quoted(name))
        .replace("{environments}", known(environments))
        .replace("{environment}", Words.quoted(environment))
        .replace("{services}", Sections.list(services.isEmpty() ? List.of("odoo") : services))
        .replace("{persons}", known(people))
        .replace("{requester}", Words.quoted(people.isEmpty() ? "who-asks" : people.getFirst()))
        .replace("{executor}", Words.quoted(people.isEmpty() ? "who-does-it" : people.getFirst()));
  }

  private static String known(Collection<String> names) {
    return names.isEmpty()
        ? "as the estate names them"
        : names.stream().map(Words::oneLine).collect(Collectors.joining(", "));
  }
}
