package dev.interlock.server.console;

import dev.interlock.changes.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for a change.
 *
 * @param form what is filled in so far
 * @param requester the person who asks; null when nobody of the estate stands behind the account
 * @param choices what the estate offers
 * @param explained what the gate would say
 */
public record ChangeFormPage(
    Shell shell,
    ChangeForm form,
    @Nullable String requester,
    Choices choices,
    Explained explained) {

  /** What the estate offers, by name. */
  public record Choices(
      List<String> environments,
      List<String> services,
      List<String> kinds,
      List<String> templates,
      List<String> persons) {

    public Choices {
      environments = List.copyOf(environments);
      services = List.copyOf(services);
      kinds = List.copyOf(kinds);
      templates = List.copyOf(templates);
      persons = List.copyOf(persons);
    }
  }

  /**
   * What the gate would say of what is filled in so far.
   *
   * @param tier of risk; null when it can't be said yet
   * @param reasons why this tier
   * @param contacts in the order of the rung; empty when they can't be judged yet
   * @param problems what is still wrong or missing
   */
  public record Explained(
      @Nullable String tier, List<String> reasons, List<Contact> contacts, List<String> problems) {

    /** Nothing was filled in yet. */
    static final Explained NOTHING = new Explained(null, List.of(), List.of(), List.of());

    public Explained {
      reasons = List.copyOf(reasons);
      contacts = List.copyOf(contacts);
      problems = List.copyOf(problems);
    }
  }
}
