package dev.interlock.server.console;

import dev.interlock.changes.FiledVersion;
import dev.interlock.changes.RecordedEvent;
import dev.interlock.changes.RegisterEvent;
import dev.interlock.changes.RegisteredChange;
import dev.interlock.finding.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of a change while somebody read an older version of it. */
final class Moved {

  private Moved() {}

  /** In sentences, the oldest first; empty when nothing did. */
  static String since(RegisteredChange change, String seen) {
    List<String> sentences = new ArrayList<>();
    FiledVersion last = null;
    boolean read = false;
    for (RecordedEvent event : change.events()) {
      FiledVersion version = version(event.says());
      if (read) {
        sentence(event, last, version).ifPresent(sentences::add);
      }
      last = version == null ? last : version;
      read |= version != null && version.digest().equals(seen);
    }
    return String.join(" ", sentences);
  }

  private static @Nullable FiledVersion version(RegisterEvent says) {
    return switch (says) {
      case RegisterEvent.Filed filed -> filed.version();
      case RegisterEvent.Revised revised -> revised.version();
      default -> null;
    };
  }

  private static Optional<String> sentence(
      RecordedEvent event, @Nullable FiledVersion before, @Nullable FiledVersion after) {
    String who = event.account() + " ";
    String when = ", " + Moment.utc(event.at());
    if (before != null && after != null) {
      return Optional.of(who + "changed " + differences(before, after) + when + ".");
    }
    return switch (event.says()) {
      case RegisterEvent.Withdrawn w ->
          Optional.of(who + "took it back" + when + ": " + w.reason() + ".");
      case RegisterEvent.CarriedOut _ -> Optional.of(who + "carried it out" + when + ".");
      default -> Optional.empty();
    };
  }

  private static String differences(FiledVersion before, FiledVersion after) {
    List<String> all = new ArrayList<>();
    named(all, "the title", before.title(), after.title());
    named(all, "the kind", before.kind(), after.kind());
    named(all, "the environment", before.environment(), after.environment());
    TreeSet<String> files = new TreeSet<>();
    Stream.concat(before.files().keySet().stream(), after.files().keySet().stream())
        .filter(file -> !Objects.equals(before.files().get(file), after.files().get(file)))
        .forEach(files::add);
    if (!files.isEmpty()) {
      all.add("the content of " + files.stream().collect(Collectors.joining(", ")));
    }
    return all.isEmpty() ? "nothing that shows" : String.join(" and ", all);
  }

  private static void named(List<String> all, String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(what + " to “" + after + "”");
    }
  }
}
