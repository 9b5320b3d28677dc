package dev.interlock.changes.gate;

import dev.interlock.changes.AsOf;
import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.changes.CheckBasis;
import dev.interlock.changes.Contact;
import dev.interlock.changes.Decision;
import dev.interlock.changes.EvidenceBook;
import dev.interlock.changes.EvidenceFile;
import dev.interlock.changes.EvidenceSigner;
import dev.interlock.changes.Gate;
import dev.interlock.changes.ManifestFindings;
import dev.interlock.changes.Touched;
import dev.interlock.changes.Windows;
import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.RecordBinder;
import dev.interlock.estate.Estate;
import dev.interlock.evidence.Approval;
import dev.interlock.evidence.Cost;
import dev.interlock.evidence.Deployment;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.IncidentRegister;
import dev.interlock.evidence.Predicate;
import dev.interlock.evidence.TestRun;
import dev.interlock.finding.Money;
import dev.interlock.finding.SourceRef;
import dev.interlock.ledger.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A change that may go, in every respect; tests spoil one thing and look what happens. */
final class Scenario {

  static final String DIGEST = "sha256:" + "c1".repeat(32);
  static final String OTHER_DIGEST = "sha256:" + "c2".repeat(32);
  static final String ARTIFACT = "sha256:" + "a1".repeat(32);
  static final String NAME = "new-modules";

  /** Five controls made thirty judgements. */
  static final CheckBasis JUDGED = new CheckBasis(new TreeMap<>(), 5, List.of("base"), 0, 30);

  /** Saturday noon in Vienna: nobody works. */
  static final Instant NOW = Instant.parse("2026-11-21T11:00:00Z");

  private static final RecordBinder BINDER = new RecordBinder();
  private static final EvidenceSigner SIGNER = new EvidenceSigner();

  /** Signatures are deterministic, and hundreds of scenarios begin with the same evidence. */
  private static final Map<Signed, Bytes> SIGNED = new ConcurrentHashMap<>();

  private record Signed(String key, Predicate says) {
    Bytes envelope() {
      return SIGNER.sign(says, TestEstate.key(key)).toJson();
    }
  }

  final Map<String, String> spec = new LinkedHashMap<>();
  final Map<String, EvidenceFile> evidence = new LinkedHashMap<>();
  Estate estate = TestEstate.plain();
  @Nullable ManifestFindings findings =
      new ManifestFindings(List.of(), 12, List.of(), List.of(), Touched.NOTHING, JUDGED);
  String digest = DIGEST;
  Instant now = NOW;
  boolean present;

  /** Everything is in order at tier normal. */
  Scenario() {
    spec.put("title", "New modules");
    spec.put("kind", "module");
    spec.put("environment", "production");
    spec.put("services", "[odoo]");
    spec.put("artifact", ARTIFACT);
    spec.put("reason", "Asked for by sales.");
    spec.put("requester", "developer");
    spec.put("executor", "operator");
    spec.put("duration", "PT1H");
    spec.put("rollback", "{steps: [Deploy the previous version.], duration: PT15M}");
    approve("release-one", "release-manager");
    approve("owner", "service-owner");
    for (String environment : List.of("test", "staging")) {
      put("deployed-" + environment, "pipeline", deployed(environment, true, hoursAgo(48)));
      put("tested-" + environment, "pipeline", tested(environment, "smoke", true, hoursAgo(47)));
    }
    put("drill", "drills", drill(hoursAgo(24 * 10), "PT2H", "PT5M"));
    put("incidents", "desk", register(hoursAgo(2)));
    put("price", "costs", price("200.00 EUR"));
    put("budget", "costs", budget("9000.00 EUR"));
  }

  static Instant hoursAgo(long hours) {
    return NOW.minus(Duration.ofHours(hours));
  }

  Scenario with(String key, @Nullable String value) {
    if (value == null) {
      spec.remove(key);
    } else {
      spec.put(key, value);
    }
    return this;
  }

  Scenario put(String file, String key, Predicate says) {
    Bytes envelope = SIGNED.computeIfAbsent(new Signed(key, says), Signed::envelope);
    evidence.put(file, new EvidenceFile(file + ".json", envelope));
    return this;
  }

  Scenario without(String... files) {
    for (String file : files) {
      if (evidence.remove(file) == null) {
        throw new IllegalArgumentException("no evidence " + file);
      }
    }
    return this;
  }

  Scenario approve(String person, String role) {
    return put("approval-" + person + "-" + role, person, approval(person, role, hoursAgo(5)));
  }

  Approval approval(String person, String role, Instant at) {
    return new Approval(
        NAME, digest, environment(), person, role, null, Approval.Answer.APPROVE, null, at);
  }

  Approval refusal(String person, String role, Instant at) {
    return new Approval(
        NAME, digest, environment(), person, role, null, Approval.Answer.REJECT, "Not now.", at);
  }

  private String environment() {
    return spec.getOrDefault("environment", "production");
  }

  static Deployment deployed(String environment, boolean good, Instant at) {
    return new Deployment(ARTIFACT, environment, null, null, good, at);
  }

  static TestRun tested(String environment, String suite, boolean passed, Instant at) {
    return new TestRun(ARTIFACT, environment, suite, passed, at);
  }

  static Drill drill(Instant at, String rto, String rpo) {
    Drill.Measured measured =
        new Drill.Measured("order-to-cash", Duration.parse(rto), Duration.parse(rpo));
    return new Drill("production", "database", true, List.of(measured), at);
  }

  static IncidentRegister register(Instant at, IncidentRegister.OpenIncident... open) {
    return new IncidentRegister("production", List.of(open), at);
  }

  static Cost price(String delta) {
    return new Cost(
        "core", YearMonth.of(2026, 11), null, null, NAME, DIGEST, money(delta), hoursAgo(30));
  }

  static Cost budget(String forecast) {
    return budget(forecast, hoursAgo(12));
  }

  static Cost budget(String forecast, Instant at) {
    return new Cost("core", YearMonth.of(2026, 11), null, money(forecast), null, null, null, at);
  }

  static Money money(String text) {
    String[] parts = text.split(" ");
    return Money.of(parts[0], parts[1]);
  }

  Change change() {
    StringBuilder text = new StringBuilder();
    spec.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    List<Document> documents = new ArrayList<>();
    List<Object> problems =
        new ArrayList<>(DocumentReader.standard().read(text.toString(), "change", documents::add));
    return BINDER
        .bind(Change.class, documents.getFirst().root(), "change", problems::add)
        .orElseThrow(() -> new IllegalStateException(problems.toString()));
  }

  ChangeRequest request() {
    return new ChangeRequest(NAME, change(), digest, SourceRef.file("change.yaml"));
  }

  EvidenceBook book() {
    return EvidenceBook.of(evidence.values(), estate, new AsOf(now, present));
  }

  Gate gate() {
    Map<String, Windows> cache = new LinkedHashMap<>();
    return new Gate(
        estate, name -> cache.computeIfAbsent(name, n -> Windows.of(estate, Map.of(), n)));
  }

  Decision decide() {
    return gate().decide(request(), book(), findings, now);
  }

  Contact contact(String name) {
    return decide().contacts().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
