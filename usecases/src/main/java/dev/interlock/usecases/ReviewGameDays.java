package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import dev.interlock.evidence.GameDay;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.recovery.RecoveryCode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads signed game days, and which of the actions that they asked for are overdue. */
public final class ReviewGameDays {

  /**
   * A game day.
   *
   * @param file its evidence
   * @param doubt why it does not count, in words; empty when it does
   * @param says what it states
   */
  public record Held(String file, String doubt, GameDay says) {}

  /**
   * What is in a folder.
   *
   * @param days newest first; of several statements about one day that count the newest alone
   * @param overdue actions whose last day is over, and files that were passed over
   * @param today the day in the time of the headquarters, for what is due
   */
  public record Listing(List<Held> days, List<Diagnostic> overdue, LocalDate today) {
    public Listing {
      days = List.copyOf(days);
      overdue = List.copyOf(overdue);
    }
  }

  /**
   * The game days in a folder of evidence and below it.
   *
   * @param now evidence from later does not count
   * @throws InputRejected when the estate or the folder can't be used
   */
  public Listing run(Path evidence, Path estate, Instant now) {
    Estate known = new ReadEstate().require(estate).estate();
    EvidenceFolder folder = EvidenceFolder.read(evidence);
    Map<String, Held> days = new LinkedHashMap<>();
    EvidenceBook.of(folder.files(), known, now).items().stream()
        .filter(item -> item.predicate() instanceof GameDay)
        .map(ReviewGameDays::held)
        .sorted(Comparator.comparing((Held it) -> it.says().at()).reversed())
        .forEach(it -> days.putIfAbsent(key(it), it));
    LocalDate today = LocalDate.ofInstant(now, zone(known));
    List<Diagnostic> overdue = new ArrayList<>(folder.warnings());
    days.values().stream()
        .filter(it -> it.doubt().isEmpty())
        .forEach(it -> overdue.addAll(overdue(it, today)));
    return new Listing(List.copyOf(days.values()), overdue, today);
  }

  private static Held held(EvidenceItem item) {
    if (!(item.predicate() instanceof GameDay says)) {
      throw new IllegalArgumentException(item.file() + " is no game day");
    }
    String doubt = item.standing() instanceof Standing.Untrusted no ? no.message() : "";
    return new Held(item.file(), doubt, says);
  }

  /** What does not count takes no place from what does. */
  private static String key(Held it) {
    String place = it.doubt().isEmpty() ? "" : it.file();
    return place + " " + it.says().environment() + " " + it.says().begun();
  }

  private static ZoneId zone(Estate estate) {
    return estate.all(Organization.class).values().stream()
        .findFirst()
        .map(Organization::timeZone)
        .orElse(ZoneOffset.UTC);
  }

  private static List<Diagnostic> overdue(Held it, LocalDate today) {
    return it.says().actions().stream()
        .filter(action -> action.isOverdue(today))
        .map(action ->
            Diagnostic.warning(
                    RecoveryCode.ACTION_OVERDUE.code(),
                    SourceRef.file(it.file()),
                    "\""
                        + action.what()
                        + "\" was due on "
                        + action.due()
                        + " by "
                        + action.owner())
                .withHint("do it, then state the game day again with doneOn, signed"))
        .toList();
  }
}
