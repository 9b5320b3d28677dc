package dev.interlock.recovery.alert;

import dev.interlock.recovery.StoreLayout;
import dev.interlock.recovery.StoredBackup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of objects in a store, and how old they get before nobody needs them any more.
 *
 * @param beginning what their names begin with, in the store
 * @param age so old; null when age says nothing
 * @param isBackup true when backups are lost with them
 * @param words what they are, and why they are needed for so long
 */
record Needed(String beginning, @Nullable Duration age, boolean isBackup, String words) {

  /** All kinds, what is worst to lose first. */
  static List<Needed> of(Alerts alerts) {
    String environment = alerts.watched().environment();
    String plan = alerts.watched().planName();
    Duration longest = LongestKept.by(alerts.watched().plan());
    Optional<String> held = held(alerts);
    String kept = "which plan " + plan + " wants for up to " + longest.toDays() + " days";
    String why = held.map(it -> "of which " + it + " is on hold").orElse(kept);
    Duration age = held.isPresent() ? null : longest;
    Stream<Needed> all =
        Stream.of(
            new Needed(
                StoreLayout.BACKUPS + environment + "/",
                age,
                true,
                "backups of " + environment + ", " + why),
            files(alerts),
            new Needed(
                StoreLayout.LOGS + environment + "/",
                age,
                true,
                "the log of " + environment + ", " + why),
            new Needed(
                StoreLayout.HOLDS + environment + "/", null, false, "records of legal holds"));
    return Stream.concat(all, Stream.of(times(alerts), mark())).toList();
  }

  /** Nothing is said of them where all backups are of databases alone. */
  private static Needed files(Alerts alerts) {
    List<StoredBackup> good = alerts.finished();
    boolean none =
        !good.isEmpty() && good.stream().allMatch(it -> Alerts.manifest(it).filestore() == null);
    return new Needed(
        StoreLayout.FILES,
        none ? Duration.ZERO : null,
        true,
        "shared files of attachments, of which old ones are part of new backups too: no age is"
            + " safe");
  }

  private static Needed times(Alerts alerts) {
    Duration locked = alerts.watched().plan().immutableFor();
    return new Needed(
        StoreLayout.NOTES,
        locked == null ? Duration.ZERO : locked,
        false,
        "the notes until when nobody may remove a copy");
  }

  private static Needed mark() {
    return new Needed(StoreLayout.MARK, null, false, "the mark without which it is no store");
  }

  private static Optional<String> held(Alerts alerts) {
    return alerts.watched().backups().stream()
        .filter(it -> !it.holds().isEmpty())
        .map(StoredBackup::name)
        .findFirst();
  }

  /** True when objects of that age may be needed. */
  boolean isNeededAt(Duration reached) {
    return age == null || reached.compareTo(age) < 0;
  }
}
