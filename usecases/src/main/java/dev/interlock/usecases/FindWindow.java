package dev.interlock.usecases;

import dev.interlock.changes.NextWindow;
import dev.interlock.changes.WindowScope;
import dev.interlock.changes.Windows;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.LoadedEstate;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.estate.RiskPolicy.WindowRule;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.finding.Suggestion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When may an environment be changed, at the earliest, and what stands in the way before? */
public final class FindWindow {

  /**
   * What to look for.
   *
   * @param estate folder of the estate; where it was read before, what the answer calls it
   * @param environment its name
   * @param duration how long the change takes, going back included
   * @param tier its risk tier; null for the tier that the environment's policy gives when no rule
   *     matches
   * @param services services it touches; empty when not known
   */
  public record Request(
      Path estate,
      String environment,
      Duration duration,
      @Nullable String tier,
      Set<String> services) {

    public Request {
      services = Set.copyOf(services);
    }
  }

  /**
   * The answer.
   *
   * @param estate the estate it was read from
   * @param environment name of the environment
   * @param scope the tier and the rule that were applied
   * @param from the instant that was asked for
   * @param duration how long the change takes
   * @param next the earliest slot, or why there is none, with the proof
   * @param warnings what is odd about the estate and its calendars
   */
  public record Answer(
      Estate estate,
      String environment,
      WindowScope scope,
      Instant from,
      Duration duration,
      NextWindow next,
      List<Diagnostic> warnings) {

    public Answer {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Looks over the {@link Windows#FARTHEST} from an instant on.
   *
   * @throws InputRejected with everything that is wrong with the estate or the request
   */
  public Answer run(Request request, Instant from) {
    LoadedEstate loaded = new ReadEstate().require(request.estate());
    return run(
        loaded, name -> Windows.of(loaded.estate(), loaded.calendarFiles(), name), request, from);
  }

  /**
   * The same in an estate that was read before.
   *
   * @throws InputRejected with everything that is wrong with the request
   */
  public Answer run(EstateInForce estate, Request request, Instant from) {
    return run(estate.loaded(), estate::windows, request, from);
  }

  private static Answer run(
      LoadedEstate loaded, Function<String, Windows> calendars, Request request, Instant from) {
    Estate estate = loaded.estate();
    Environment environment =
        ReadEstate.environment(loaded, request.estate(), request.environment());
    if (request.duration().isNegative() || request.duration().isZero()) {
      throw rejected(
          ActionCode.NO_LENGTH.code(), request, "a change takes more than no time", "such as PT2H");
    }
    requireServices(environment, request);
    WindowScope scope = scope(estate, environment, request);
    Windows windows = calendars.apply(request.environment());
    NextWindow next = windows.next(from, request.duration(), scope, Windows.FARTHEST);
    Stream<Diagnostic> odd = windows.problems().stream().filter(problem -> !problem.isError());
    return new Answer(
        estate,
        request.environment(),
        scope,
        from,
        request.duration(),
        next,
        Stream.concat(loaded.diagnostics().stream(), odd).toList());
  }

  /** A misspelt service would be taken for one that no calendar is about. */
  private static void requireServices(Environment environment, Request request) {
    List<String> known = environment.services();
    List<Diagnostic> unknown =
        request.services().stream()
            .filter(service -> !known.contains(service))
            .sorted()
            .map(service -> noService(service, known, request))
            .toList();
    if (!unknown.isEmpty()) {
      throw new InputRejected(unknown);
    }
  }

  private static Diagnostic noService(String service, List<String> known, Request request) {
    String message =
        "the environment \"" + request.environment() + "\" has no service \"" + service + "\"";
    return Diagnostic.error(
        ActionCode.NO_SERVICE.code(),
        SourceRef.file(request.estate().toString()),
        message,
        Suggestion.didYouMean(service, known).orElse("it has: " + String.join(", ", known)));
  }

  /** Without a policy nothing says what a tier may do: then nobody may be at work. */
  private static WindowScope scope(Estate estate, Environment environment, Request request) {
    String name = environment.riskPolicy();
    RiskPolicy policy = name == null ? null : estate.find(RiskPolicy.class, name).orElse(null);
    if (policy == null) {
      if (request.tier() != null) {
        throw rejected(
            ActionCode.NO_TIER.code(),
            request,
            "the environment has no risk policy, so no tiers",
            null);
      }
      return new WindowScope(WindowRule.FREE, null, request.services());
    }
    String tier = request.tier() == null ? policy.otherwise() : request.tier();
    for (RiskTier candidate : policy.tiers()) {
      if (candidate.name().equals(tier)) {
        return new WindowScope(candidate.window(), tier, request.services());
      }
    }
    List<String> names = policy.tiers().stream().map(RiskTier::name).toList();
    throw rejected(
        ActionCode.NO_TIER.code(),
        request,
        "the risk policy \"" + name + "\" has no tier \"" + tier + "\"",
        Suggestion.didYouMean(tier, names).orElse("it has: " + String.join(", ", names)));
  }

  private static InputRejected rejected(
      String code, Request request, String message, @Nullable String hint) {
    SourceRef source = SourceRef.file(request.estate().toString());
    return new InputRejected(List.of(Diagnostic.error(code, source, message).withHint(hint)));
  }
}
