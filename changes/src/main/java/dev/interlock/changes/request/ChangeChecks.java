package dev.interlock.changes.request;

import dev.interlock.changes.Change;
import dev.interlock.changes.ChangeCode;
import dev.interlock.changes.people.Directory;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.evidence.Digests;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What makes sense in a change only beside the estate, or only as a whole. */
public final class ChangeChecks {

  private final Change change;
  private final Node spec;
  private final String file;
  private final Estate estate;
  private final Consumer<Diagnostic> sink;

  /** Checks of one change; what is wrong goes to the sink. */
  public ChangeChecks(
      Change change, Node spec, String file, Estate estate, Consumer<Diagnostic> sink) {
    this.change = change;
    this.spec = spec;
    this.file = file;
    this.estate = estate;
    this.sink = sink;
  }

  /** Runs them all. */
  public void run() {
    references();
    people();
    lengths();
    deadline();
    artifacts();
    manifests();
    wayBack();
    emergency();
  }

  private void references() {
    known("environment", "environment", change.environment(), estate.names(Kind.ENVIRONMENT));
    for (int i = 0; i < change.services().size(); i++) {
      String service = change.services().get(i);
      String path = "services[" + i + "]";
      if (known(path, "service", service, estate.names(Kind.SERVICE))) {
        runsHere(path, service);
      }
    }
    String tier = change.tier();
    Optional<RiskPolicy> policy =
        environment()
            .map(Environment::riskPolicy)
            .flatMap(name -> estate.find(RiskPolicy.class, name));
    if (tier != null && policy.isPresent()) {
      known("tier", "tier", tier, policy.get().tiers().stream().map(RiskTier::name).toList());
    }
  }

  private boolean known(String path, String what, String name, Collection<String> names) {
    if (names.contains(name)) {
      return true;
    }
    String message = path + ": the estate has no " + what + " \"" + name + "\"";
    String hint =
        Suggestion.didYouMean(name, names)
            .orElse(names.isEmpty() ? "it has none at all" : "known: " + some(names));
    report(ChangeCode.UNKNOWN_REFERENCE, path, message, hint);
    return false;
  }

  private static String some(Collection<String> names) {
    List<String> first = names.stream().limit(8).toList();
    return String.join(", ", first) + (names.size() > first.size() ? " …" : "");
  }

  private void runsHere(String path, String service) {
    Optional<Environment> environment = environment();
    if (environment.isPresent() && !environment.get().services().contains(service)) {
      report(
          ChangeCode.NOT_RUN_HERE,
          path,
          path + ": " + change.environment() + " does not list service \"" + service + "\"",
          "it lists: " + some(environment.get().services()));
    }
  }

  private Optional<Environment> environment() {
    return estate.find(Environment.class, change.environment());
  }

  private void people() {
    Directory directory = new Directory(estate);
    account(directory, "requester", change.requester(), false);
    if (change.executor() != null) {
      account(directory, "executor", change.executor(), true);
    }
  }

  private void account(Directory directory, String path, String name, boolean maybeSystem) {
    boolean found = directory.person(name).isPresent() || (maybeSystem && directory.isSystem(name));
    if (!found) {
      report(
          ChangeCode.UNKNOWN_ACCOUNT,
          path,
          path + ": the estate knows no one person behind \"" + name + "\"",
          Suggestion.didYouMean(name, directory.aliases())
              .orElse("name a Person of the estate or one of their accounts"));
    }
  }

  private void lengths() {
    positive("duration", change.duration());
    if (change.rollback() != null) {
      positive("rollback.duration", change.rollback().duration());
    }
  }

  private void positive(String path, Duration length) {
    if (!length.isPositive()) {
      String message = path + ": expected a length of time above zero, found " + length;
      report(ChangeCode.NOT_POSITIVE, path, message, "write it like PT1H30M");
    }
  }

  private void deadline() {
    Instant from = change.notBefore();
    Instant until = change.deadline();
    if (from != null && until != null && until.isBefore(from.plus(change.duration()))) {
      report(
          ChangeCode.DEADLINE_TOO_EARLY,
          "deadline",
          "deadline: begun at notBefore, the change would be over at "
              + from.plus(change.duration())
              + ", after its deadline "
              + until,
          null);
    }
  }

  private void artifacts() {
    if (change.artifact() != null) {
      digest("artifact", change.artifact());
    }
    for (int i = 0; i < change.artifacts().size(); i++) {
      digest("artifacts[" + i + "]", change.artifacts().get(i));
    }
  }

  private void digest(String path, String written) {
    if (!Digests.isSha256(written)) {
      report(
          ChangeCode.BAD_DIGEST,
          path,
          path
              + ": expected sha256: and 64 lower-case hexadecimal digits, found \""
              + written
              + "\"",
          "a tag can be moved, a digest can't");
    }
  }

  private void manifests() {
    for (int i = 0; i < change.manifests().size(); i++) {
      String written = change.manifests().get(i);
      if (written.isBlank() || written.startsWith("/") || written.contains("\\")) {
        report(
            ChangeCode.BAD_MANIFEST_PATH,
            "manifests[" + i + "]",
            "manifests: expected a path relative to this file with forward slashes, found \""
                + written
                + "\"",
            null);
      }
    }
  }

  private void wayBack() {
    if (change.rollback() == null) {
      report(
          ChangeCode.NO_ROLLBACK,
          "",
          "rollback is missing: without a way back the gate stays open",
          "give rollback.steps and rollback.duration");
    }
  }

  private void emergency() {
    if (change.kind().equals("emergency") && change.incident() == null) {
      report(
          ChangeCode.NO_INCIDENT,
          "kind",
          "kind: an emergency names the incident it answers; without one it is judged like any"
              + " other change",
          "add incident");
    }
  }

  private void report(ChangeCode code, String path, String message, @Nullable String hint) {
    sink.accept(code.at(NodePath.parse(path).nearest(spec).in(file), message, hint));
  }
}
