package dev.interlock.usecases;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeRequest;
import dev.interlock.estate.Budget;
import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.Organization;
import dev.interlock.estate.Tier;
import dev.interlock.evidence.Digests;
import dev.interlock.evidence.EvidenceTemplate;
import dev.interlock.evidence.PredicateKind;
import dev.interlock.finding.Suggestion;
import dev.interlock.usecases.drafting.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Begins a piece of evidence: a commented file that holds what the change and the estate tell, and
 * states the worst until somebody has filled it in.
 */
public final class DraftEvidence {

  private static final String SOMETHING = Digests.PREFIX + "0".repeat(64);

  /**
   * What to begin.
   *
   * @param change file of the change it is about, or null; needs the estate
   * @param estate folder of the estate that tells names, or null
   * @param environment it is about; null takes what the change or the estate suggests
   */
  public record Request(
      PredicateKind kind,
      @Nullable Path change,
      @Nullable Path estate,
      @Nullable String environment) {}

  /**
   * The text of the file.
   *
   * @param now stands as the time; people correct it
   * @throws InputRejected with everything that is wrong with the estate or the change
   */
  public String text(Request request, Instant now) {
    if (!EvidenceTemplate.exists(request.kind())) {
      throw new InputRejected(
          ActionCode.NO_TEMPLATE.code(),
          request.kind().word(),
          "nobody writes this kind of evidence by hand",
          "gate --record signs and keeps decisions");
    }
    Estate estate =
        request.estate() == null
            ? new Estate(List.of())
            : DecideChange.estate(request.estate()).estate();
    ChangeRequest change =
        request.change() == null ? null : DecideChange.change(request.change(), estate).request();
    String environment = environment(request, change, estate);
    Map<String, String> values = new TreeMap<>();
    values.put("environment", environment);
    about(change, values);
    estate(estate, change == null ? environment : change.change().environment(), now, values);
    values.put("at", now.truncatedTo(ChronoUnit.SECONDS).toString());
    values.replaceAll((name, text) -> name.equals("processes") ? text : Words.quoted(text));
    return EvidenceTemplate.of(request.kind(), values);
  }

  /**
   * Writes the text into a new file, and its folder where there is none.
   *
   * @throws InputRejected also when the file exists
   */
  public void write(Request request, Instant now, Path out) {
    NewFile.require(out);
    NewFile.write(out, text(request, now).getBytes(StandardCharsets.UTF_8));
  }

  private static void about(@Nullable ChangeRequest request, Map<String, String> values) {
    Change change = request == null ? null : request.change();
    values.put("change", request == null ? "my-change" : request.name());
    values.put("changeDigest", request == null ? SOMETHING : request.digest());
    String artifact = change == null ? null : change.artifact();
    values.put("artifact", artifact == null ? SOMETHING : artifact);
    String executor = change == null ? null : change.executor();
    values.put("executor", executor == null ? "platform-engineer" : executor);
    values.put("person", "release-manager");
    values.put("role", "release-manager");
  }

  private static void estate(
      Estate estate, String environment, Instant now, Map<String, String> values) {
    String paid =
        estate.find(Environment.class, environment).map(Environment::budget).orElse("production");
    ZoneId zone =
        estate.all(Organization.class).values().stream()
            .findFirst()
            .map(Organization::timeZone)
            .orElse(ZoneOffset.UTC);
    values.put("budget", paid);
    values.put(
        "currency",
        estate
            .find(Budget.class, paid)
            .map(budget -> budget.monthly().currency().getCurrencyCode())
            .orElse("EUR"));
    values.put("period", YearMonth.from(now.atZone(zone)).toString());
    Set<String> processes = estate.all(BusinessProcess.class).keySet();
    values.put(
        "processes",
        (processes.isEmpty() ? Set.of("order-to-cash") : processes)
            .stream()
                .map(
                    name -> "  - process: " + Words.quoted(name) + "\n    rto: P30D\n    rpo: P30D")
                .collect(Collectors.joining("\n")));
  }

  private static String environment(
      Request request, @Nullable ChangeRequest change, Estate estate) {
    String named = request.environment();
    if (named != null) {
      return request.estate() == null ? named : known(named, estate);
    }
    String target = change == null ? usual(estate) : change.change().environment();
    boolean before =
        request.kind() == PredicateKind.TEST_RUN || request.kind() == PredicateKind.DEPLOYMENT;
    String earlier =
        estate.find(Environment.class, target).map(Environment::promotesFrom).orElse(null);
    return before && earlier != null ? earlier : target;
  }

  static String known(String environment, Estate estate) {
    Set<String> names = estate.names(Kind.ENVIRONMENT);
    if (!names.contains(environment)) {
      throw new InputRejected(
          ActionCode.NO_ENVIRONMENT.code(),
          environment,
          "the estate has no such environment",
          Suggestion.didYouMean(environment, names)
              .orElse("environments: " + String.join(", ", names)));
    }
    return environment;
  }

  /** Production where there is one: that is what most evidence is about. */
  static String usual(Estate estate) {
    return estate.all(Environment.class).entrySet().stream()
        .filter(entry -> entry.getValue().tier() == Tier.PRODUCTION)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(estate.names(Kind.ENVIRONMENT).stream().findFirst().orElse("production"));
  }
}
