package dev.interlock.recovery.odoo;

import dev.interlock.recovery.query.Faults;
import dev.interlock.recovery.query.Tally;
import java.util.Set;

/** What was found of files; several threads write into it. */
final class FileTally {

  private final Set<String> knownToBeMissing;
  private final Faults missing = new Faults();
  private final Faults otherSize = new Faults();
  private final Faults otherContent = new Faults();
  private final Faults unreadable = new Faults();
  private final Faults elsewhere = new Faults();
  private long missingBefore;
  private long read;
  private long bytes;

  FileTally(Set<String> knownToBeMissing) {
    this.knownToBeMissing = Set.copyOf(knownToBeMissing);
  }

  synchronized void missing(String name) {
    missing.add(name);
    missingBefore += knownToBeMissing.contains(name) ? 1 : 0;
  }

  synchronized void otherSize(String name, long size, long expected) {
    otherSize.add("%s has %d bytes instead of %d".formatted(name, size, expected));
  }

  synchronized void otherContent(String name) {
    otherContent.add(name);
  }

  synchronized void unreadable(String name, Exception reason) {
    unreadable.add(name + ": " + reason.getClass().getSimpleName());
  }

  synchronized void elsewhere(String name) {
    elsewhere.add(name);
  }

  synchronized void read(long size) {
    read++;
    bytes += size;
  }

  synchronized void into(Tally tally) {
    String before =
        missingBefore > 0 ? " (" + missingBefore + " already when the backup was made)" : "";
    tally
        .count("files-read", read)
        .count("bytes-read", bytes)
        .count("missing-before", missingBefore)
        .count("elsewhere", elsewhere.count())
        .none("missing", missing, "files are missing" + before)
        .none("other-size", otherSize, "files have another size")
        .none("other-content", otherContent, "files have other content")
        .none("unreadable", unreadable, "files can't be read")
        .unknownWhen(
            elsewhere.count() > 0,
            "files that a module keeps elsewhere were not read: " + elsewhere);
  }
}
