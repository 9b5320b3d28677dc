package dev.interlock.bench.gate;

import dev.interlock.bench.windows.FiftyPlants;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.Decision;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.Gate;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Estate;
import dev.interlock.goldens.Checkout;
import dev.interlock.ledger.Bytes;
import dev.interlock.testkit.SampleEstate;
import dev.interlock.usecases.DecideChange;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures whole decisions on one core: a change of the sample with all its evidence, judged at
 * random instants against the calendars of fifty plants over five years in memory. Wanted: 10,000 a
 * second.
 */
public final class GateSpeed {

  private static final Instant BEGIN = Instant.parse("2026-11-18T20:00:00Z");
  private static final int DECISIONS = 20_000;
  private static final int INSTANTS = 256;
  private static final CheckBasis JUDGED =
      new CheckBasis(new TreeMap<>(), 94, List.of("the shipped pack"), 0, 200);

  private final ChangeRequest request;
  private final Gate gate;
  private final Instant[] instants = new Instant[INSTANTS];
  private final EvidenceBook[] books = new EvidenceBook[INSTANTS];

  private GateSpeed() {
    Path change = Checkout.samples().resolve("changes/manufacturing-release.yaml");
    Path evidence = Checkout.samples().resolve("evidence");
    request =
        new DecideChange("bench")
            .run(new DecideChange.Request(change, SampleEstate.folder(), evidence), BEGIN)
            .request();
    FiftyPlants plants = new FiftyPlants();
    Windows windows =
        Windows.of(plants.estate(), plants.files(), FiftyPlants.ENVIRONMENT)
            .prepared(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2029-06-01T00:00:00Z"));
    Estate estate = SampleEstate.estate();
    gate = new Gate(estate, _ -> windows);
    SplittableRandom random = new SplittableRandom(11);
    List<EvidenceFile> files = files(evidence);
    for (int i = 0; i < INSTANTS; i++) {
      instants[i] = BEGIN.plusSeconds(random.nextLong(14 * 86_400L));
      books[i] = EvidenceBook.of(files, estate, instants[i]);
    }
  }

  /** Prints the figures, five times over: the last rounds are the warm ones. */
  public static void main(String[] args) {
    GateSpeed speed = new GateSpeed();
    for (int round = 1; round <= 5; round++) {
      speed.round(round, System.out);
    }
  }

  private void round(int round, PrintStream out) {
    Map<Decision.Outcome, Integer> outcomes = new EnumMap<>(Decision.Outcome.class);
    ManifestFindings clean =
        new ManifestFindings(List.of(), 6, List.of(), List.of(), Touched.NOTHING, JUDGED);
    long start = System.nanoTime();
    for (int i = 0; i < DECISIONS; i++) {
      int at = i % INSTANTS;
      Decision decision = gate.decide(request, books[at], clean, instants[at]);
      outcomes.merge(decision.outcome(), 1, Integer::sum);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "round %d: %,.0f decisions a second %s%n",
        round,
        DECISIONS / seconds,
        outcomes);
  }

  private static List<EvidenceFile> files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .map(GateSpeed::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EvidenceFile file(Path path) {
    try {
      return new EvidenceFile(path.toString(), Bytes.of(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
