package dev.interlock.usecases;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Change;
import dev.interlock.changes.Change.Rollback;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.Contact;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.Gate;
import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowAnswer;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.SourceRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How every environment stands, with no change at hand: is anybody at work, when is the next free
 * hour, does an incident forbid changes, was a restore proven. The gate itself is asked, about a
 * change of an hour that touches everything, so that the board and the gate can't disagree.
 */
public final class WatchEnvironments {

  /** As long as the hour that is looked for. */
  public static final Duration LENGTH = Duration.ofHours(1);

  private static final String NONE = "sha256:" + "0".repeat(64);

  /**
   * One environment.
   *
   * @param name of the environment
   * @param environment what is declared of it
   * @param now whether the coming hour is free
   * @param next the next free hour
   * @param incidents whether an incident forbids changes
   * @param wayBack whether a restore was proven within every objective
   */
  public record Watched(
      String name,
      Environment environment,
      WindowAnswer now,
      NextWindow next,
      Contact incidents,
      Contact wayBack) {}

  /**
   * Looks at every environment.
   *
   * @param windows when each may be changed, by its name; see {@link #windows}
   * @param asOf the instant that is asked for
   */
  public List<Watched> run(
      EstateInForce inForce, Map<String, Windows> windows, List<EvidenceFile> evidence, AsOf asOf) {
    Estate estate = inForce.loaded().estate();
    EvidenceBook book = inForce.evidence().read(evidence, asOf);
    Gate gate = new Gate(estate, name -> known(windows, name));
    List<Watched> watched = new ArrayList<>();
    estate
        .all(Environment.class)
        .forEach((name, environment) ->
            watched.add(watch(name, environment, known(windows, name), gate, book)));
    return watched;
  }

  /** The windows of every environment, with the occurrences between two instants in memory. */
  public static Map<String, Windows> windows(LoadedEstate loaded, Instant from, Instant until) {
    Map<String, Windows> windows = new TreeMap<>();
    for (String name : loaded.estate().all(Environment.class).keySet()) {
      Windows read = Windows.of(loaded.estate(), loaded.calendarFiles(), name);
      windows.put(name, read.prepared(from, until));
    }
    return Map.copyOf(windows);
  }

  private static Watched watch(
      String name, Environment environment, Windows windows, Gate gate, EvidenceBook book) {
    Instant at = book.asOf().at();
    WindowScope anybody = WindowScope.of(WindowRule.FREE);
    List<Contact> contacts = gate.decide(probe(name, environment), book, null, at).contacts();
    return new Watched(
        name,
        environment,
        windows.at(at, LENGTH, anybody),
        windows.next(at, LENGTH, anybody, Windows.FARTHEST),
        contact(contacts, "incidents"),
        contact(contacts, "way-back"));
  }

  private static ChangeRequest probe(String name, Environment environment) {
    Change change =
        new Change(
            "How " + name + " stands",
            "watch",
            name,
            environment.services(),
            null,
            List.of(),
            List.of(),
            "Nobody asks for it; it is only looked at.",
            "nobody",
            null,
            null,
            null,
            false,
            LENGTH,
            null,
            null,
            new Rollback(List.of("nothing was done"), Duration.ofMinutes(1), false),
            null);
    return new ChangeRequest("watch", change, NONE, SourceRef.file("watch"));
  }

  private static Contact contact(List<Contact> contacts, String name) {
    return contacts.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  private static Windows known(Map<String, Windows> windows, String name) {
    Windows known = windows.get(name);
    if (known == null) {
      throw new IllegalArgumentException("no windows for environment " + name);
    }
    return known;
  }
}
