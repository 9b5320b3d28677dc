package dev.interlock.testkit;

import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.IncidentRegister;
import dev.interlock.evidence.IncidentRegister.OpenIncident;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.TestRun;
import dev.interlock.finding.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evidence for one change, gathered in the days before it is judged. */
final class Dossier {

  /** How long before it is judged the first approval is given. */
  private static final Duration NOTICE = Duration.ofHours(31);

  private static final String PIPELINE = "build-pipeline";

  private final SampleChange change;
  private final List<SampleFile> files = new ArrayList<>();

  Dossier(SampleChange change) {
    this.change = change;
  }

  SampleChange change() {
    return change;
  }

  List<SampleFile> files() {
    return List.copyOf(files);
  }

  /**
   * The change's artifact was brought into these environments and passed its tests there.
   *
   * @param label what the artifact is called; its digest is the hash of this name
   */
  Dossier passed(String label, String... environments) {
    String artifact = SampleEvidence.digestOf(label);
    if (!change.change().allArtifacts().contains(artifact)) {
      throw new IllegalStateException(change.name() + " brings in something else than " + label);
    }
    Instant day = change.at().minus(Duration.ofDays(9));
    for (String environment : environments) {
      String folder = "artifacts/" + label + "/" + environment;
      Instant tested = day.plus(Duration.ofHours(5));
      files.add(
          new SampleFile(
              folder + "-deployed.json",
              new Deployment(artifact, environment, null, null, true, day),
              PIPELINE));
      files.add(
          new SampleFile(
              folder + "-tested.json",
              new TestRun(artifact, environment, suite(environment), true, tested),
              PIPELINE));
      day = day.plus(Duration.ofDays(2));
    }
    return this;
  }

  private static String suite(String environment) {
    return switch (environment.substring(environment.indexOf('-') + 1)) {
      case "dev" -> "unit";
      case "test" -> "integration";
      default -> "acceptance on masked production data";
    };
  }

  /** The artifact went all the way to the environment before production. */
  Dossier promoted(String platform, String label) {
    return passed(label, platform + "-dev", platform + "-test", platform + "-staging");
  }

  Dossier approved(String person, String role) {
    return approved(person, role, null, person);
  }

  /** A plant's manager agreed for the plant. */
  Dossier approvedFor(String plant, String person) {
    return approved(person, "plant-manager", plant, person);
  }

  Dossier approved(String person, String role, @Nullable String plant, String key) {
    return approvedAs(person, role, plant, key, change.digest());
  }

  /** Agreed to other bytes than those that are judged. */
  Dossier approvedBeforeEdit(String person, String role) {
    String before = SampleEvidence.digestOf(change.name() + " before the edit");
    return approvedAs(person, role, null, person, before);
  }

  private Dossier approvedAs(
      String person, String role, @Nullable String plant, String key, String changeDigest) {
    int nth = (int) files.stream().filter(f -> f.predicate() instanceof Approval).count();
    Approval approval =
        new Approval(
            change.name(),
            changeDigest,
            change.change().environment(),
            person,
            role,
            plant,
            Approval.Answer.APPROVE,
            null,
            change.at().minus(NOTICE).plus(Duration.ofMinutes(47L * nth)));
    return add("approval-" + person, approval, key);
  }

  /** What it adds to the month's cost. */
  Dossier priced(String budget, String monthlyDelta) {
    return add(
        "cost",
        new Cost(
            budget,
            YearMonth.from(change.at().atOffset(ZoneOffset.UTC)),
            null,
            null,
            change.name(),
            change.digest(),
            Money.of(monthlyDelta, "EUR"),
            change.at().minus(Duration.ofDays(3))),
        "cost-review");
  }

  /** What the service desk said about the environment a few minutes before. */
  Dossier incidents(List<OpenIncident> open) {
    String environment = change.change().environment();
    Instant read = change.at().minus(Duration.ofMinutes(4));
    String name =
        "shared/incidents-" + environment + "-" + read.toString().replace(":", "") + ".json";
    files.add(new SampleFile(name, new IncidentRegister(environment, open, read), "service-desk"));
    return this;
  }

  private Dossier add(String name, Predicate predicate, String key) {
    files.add(new SampleFile(change.name() + "/" + name + ".json", predicate, key));
    return this;
  }
}
