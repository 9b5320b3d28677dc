package dev.interlock.usecases.drafting;

import dev.interlock.facts.Discovered;
import dev.interlock.facts.Discovered.CalendarFile;
import dev.interlock.facts.Resource;
import dev.interlock.usecases.DraftedEstate.Gap;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A draft of an estate: gathers what is found, asks the rest, writes files into memory. */
public final class Draft {

  private static final String KEYS =
      """
      # Whose signatures count, and for what: one document for each person and pipeline. Until then every
      # approval, drill and test counts as unknown. GAPS.md has the commands that make a key pair and append its
      # public half here; the private halves go to keys/, which Git ignores.
      """;

  private final Picture picture = new Picture();
  private final Gatherer gatherer = new Gatherer(picture);

  /** Takes a resource. */
  public void resource(Resource resource) {
    gatherer.resource(resource);
  }

  /** Takes what else tells something. */
  public void other(Discovered discovered) {
    gatherer.other(discovered);
  }

  /**
   * What the draft consists of.
   *
   * @param texts by path relative to the folder
   * @param copies files to copy, by path relative to the folder
   * @param gaps what is still unknown, the most important first
   */
  public record Result(SortedMap<String, String> texts, Map<String, Path> copies, List<Gap> gaps) {}

  /** What no file tells, the most important first. */
  public List<Question> questions(Path out) {
    return Questions.of(picture, new Choices(picture, out));
  }

  /**
   * Drafts for a folder, with what people have said so far.
   *
   * @param shell how the user calls the program and named the folder
   */
  public Result write(Answers answers, Path out, Shell shell) {
    Choices choices = new Choices(picture, out);
    Sections sections = new Sections(picture, choices, answers);
    GovernanceDraft governance = new GovernanceDraft(picture, choices, answers);
    SortedMap<String, String> texts = new TreeMap<>();
    texts.put("estate/organization.yaml", sections.organization());
    texts.put("estate/landing-zone.yaml", sections.landingZone());
    texts.put("estate/sites.yaml", sections.sites());
    texts.put("estate/services.yaml", sections.services());
    texts.put("estate/environments.yaml", sections.environments());
    texts.put("estate/people.yaml", governance.people());
    texts.put("estate/governance.yaml", governance.policies());
    texts.put("estate/backup-plans.yaml", governance.backups());
    texts.put("estate/processes.yaml", governance.processes());
    texts.put("estate/calendars/calendars.yaml", CalendarsDraft.text(picture.calendars));
    texts.put("estate/keys.yaml", KEYS);
    texts.put(
        "changes/first-change.yaml", ChangeDraft.text(picture, choices, out.resolve("changes")));
    texts.put("estate/waivers.yaml", Shipped.text("waivers.yaml"));
    texts.put("evidence/README.md", Shipped.text("evidence.md"));
    texts.put(".gitignore", Shipped.text("gitignore.txt"));
    texts.values().removeIf(String::isEmpty);
    Places places = new Places(Map.copyOf(texts));
    List<Gap> gaps = Gaps.of(picture, answers, places);
    texts.put("GAPS.md", new FirstGo(picture, choices, answers, places, shell).page(gaps));
    return new Result(texts, copies(), gaps);
  }

  private Map<String, Path> copies() {
    Map<String, Path> copies = new TreeMap<>();
    for (CalendarFile calendar : picture.calendars) {
      String name = "estate/calendars/" + CalendarsDraft.name(calendar) + ".ics";
      copies.putIfAbsent(name, calendar.path());
    }
    return copies;
  }
}
