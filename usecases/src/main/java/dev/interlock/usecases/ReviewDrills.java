package dev.interlock.usecases;

import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceItem;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.ProcessImpact;
import dev.interlock.evidence.Drill;
import dev.interlock.finding.Diagnostic;
import dev.interlock.ledger.Bytes;
import dev.interlock.recovery.Objective;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads signed drills and what they say about the objectives of the estate's processes. */
public final class ReviewDrills {

  private final Estate estate;
  private final Instant now;

  /**
   * Reads the estate.
   *
   * @param now evidence from later does not count
   * @throws InputRejected when the estate can't be used
   */
  public ReviewDrills(Path estate, Instant now) {
    this.estate = DecideChange.estate(estate).estate();
    this.now = now;
  }

  /**
   * Reviews by an estate that was read.
   *
   * @param now evidence from later does not count
   */
  ReviewDrills(EstateInForce estate, Instant now) {
    this.estate = estate.loaded().estate();
    this.now = now;
  }

  /**
   * A drill.
   *
   * @param item its evidence, and whether it counts
   * @param drill what it states
   * @param objectives of the processes of its environment, by name; none when the estate has no
   *     such environment
   */
  public record Reviewed(EvidenceItem item, Drill drill, List<Objective> objectives) {
    public Reviewed {
      objectives = List.copyOf(objectives);
    }
  }

  /**
   * What is in a folder.
   *
   * @param drills newest first
   * @param warnings files that were passed over or can't be opened
   */
  public record Listing(List<Reviewed> drills, List<Diagnostic> warnings) {
    public Listing {
      drills = List.copyOf(drills);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * The drills in a folder of evidence and below it.
   *
   * @param environment of this one alone; of all when null
   * @throws InputRejected when the folder can't be used
   */
  public Listing folder(Path evidence, @Nullable String environment) {
    EvidenceFolder folder = EvidenceFolder.read(evidence);
    List<Reviewed> drills =
        reviewed(folder.files()).stream()
            .filter(it -> environment == null || it.drill().environment().equals(environment))
            .toList();
    return new Listing(drills, folder.warnings());
  }

  /**
   * The drill in a file.
   *
   * @throws InputRejected when it holds none
   */
  public Reviewed file(Path file) {
    byte[] content = LedgerFiles.reading(file, Files::readAllBytes);
    List<Reviewed> drills = reviewed(List.of(new EvidenceFile(file.toString(), Bytes.of(content))));
    if (drills.isEmpty()) {
      throw new InputRejected(
          ActionCode.NO_DRILL.code(),
          file.toString(),
          "this is no signed evidence of a drill",
          "interlock drill run writes one");
    }
    return drills.getFirst();
  }

  private List<Reviewed> reviewed(List<EvidenceFile> files) {
    return items(EvidenceBook.of(files, estate, now).items());
  }

  /** The drills among pieces of evidence, newest first. */
  List<Reviewed> items(List<EvidenceItem> items) {
    return items.stream()
        .filter(item -> item.predicate() instanceof Drill)
        .map(this::reviewed)
        .sorted(Comparator.comparing((Reviewed it) -> it.drill().at()).reversed())
        .toList();
  }

  private Reviewed reviewed(EvidenceItem item) {
    if (!(item.predicate() instanceof Drill drill)) {
      throw new IllegalArgumentException(item.file() + " is no drill");
    }
    return new Reviewed(item, drill, Objective.of(processes(drill.environment()), drill));
  }

  private Map<String, BusinessProcess> processes(String environment) {
    return estate
        .find(Environment.class, environment)
        .map(found -> processes(estate, found))
        .orElseGet(TreeMap::new);
  }

  /** The processes that run in an environment, by name. */
  static SortedMap<String, BusinessProcess> processes(Estate estate, Environment environment) {
    SortedMap<String, BusinessProcess> all = new TreeMap<>(estate.all(BusinessProcess.class));
    all.keySet().retainAll(ProcessImpact.of(estate).processesOf(environment));
    return all;
  }
}
