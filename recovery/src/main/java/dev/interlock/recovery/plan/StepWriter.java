package dev.interlock.recovery.plan;

import dev.interlock.estate.Runbook;
import dev.interlock.estate.Service;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryPlan.Choice;
import dev.interlock.recovery.RecoveryPlan.Contact;
import dev.interlock.recovery.RecoveryPlan.Step;
import dev.interlock.recovery.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the steps: decide, contain, choose, bring back in order, verify, sign off, go on. */
public final class StepWriter {

  /** Bringing a service back has this before the service's name as its key. */
  static final String SERVICE = "service/";

  /** Before it the clock of the objectives does not run yet. */
  static final String DECIDE = "decide";

  static final String VERIFY = "verify";
  private static final String CONTAIN = "contain";
  private static final String CHOOSE = "choose";
  static final String SIGN_OFF = "sign-off";
  static final String GO_ON = "go-on";

  private final Known known;
  private final People people;
  private final Measurements measured;
  private final Choice choice;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** Steps with these people and measurements. */
  public StepWriter(Known known, People people, Measurements measured, Choice choice) {
    this.known = known;
    this.people = people;
    this.measured = measured;
    this.choice = choice;
  }

  /** All of them. */
  public List<Step> write(ServiceOrder order) {
    StepTexts texts = new StepTexts(known, choice);
    step(DECIDE, "Declare and decide", texts.decide(), List.of(), people.decides(), null);
    step(CONTAIN, texts.containTitle(), texts.contain(), List.of(DECIDE), people.owner(), null);
    step(CHOOSE, "Take the backup", texts.choose(), List.of(CONTAIN), people.owner(), null);
    List<String> last =
        known.scenario() == Scenario.OPERATOR_ERROR ? aside(order, texts) : services(order, texts);
    step(VERIFY, "Verify", texts.verify(), last, people.owner(), measured.asking());
    step(SIGN_OFF, "Sign off", texts.signOff(), List.of(VERIFY), people.signsOff(), null);
    step(
        GO_ON,
        "Let people work, and go back",
        texts.goOn(),
        List.of(SIGN_OFF),
        people.decides(),
        null);
    return List.copyOf(steps);
  }

  private List<String> services(ServiceOrder order, StepTexts texts) {
    List<String> all = new ArrayList<>();
    for (String name : order.names()) {
      Service service = order.services().get(name);
      if (service == null) {
        continue;
      }
      List<String> before =
          service.dependsOn().stream()
              .map(it -> SERVICE + it)
              .filter(numbers::containsKey)
              .toList();
      List<String> details = new ArrayList<>(texts.service(name, service));
      details.addAll(runbooks(name));
      step(
          SERVICE + name,
          service.displayName(),
          details,
          before.isEmpty() ? List.of(CHOOSE) : before,
          people.of(service.owner()),
          measured.of(service.type()));
      all.add(SERVICE + name);
    }
    return all;
  }

  /** Nothing that works is stopped for good: data is brought back beside it. */
  private List<String> aside(ServiceOrder order, StepTexts texts) {
    List<String> all = new ArrayList<>();
    order
        .services()
        .forEach((name, service) -> {
          if (service.type().isStore()) {
            step(
                SERVICE + name,
                "Beside the running one: " + service.displayName(),
                texts.aside(service),
                List.of(CHOOSE),
                people.of(service.owner()),
                measured.of(service.type()));
            all.add(SERVICE + name);
          }
        });
    step("take-over", "Take over what was lost", texts.takeOver(), all, people.owner(), null);
    return List.of("take-over");
  }

  private List<String> runbooks(String service) {
    return known.estate().all(Runbook.class).values().stream()
        .filter(runbook -> runbook.services().contains(service))
        .map(runbook ->
            "Runbook: "
                + runbook.displayName()
                + Optional.ofNullable(runbook.url()).map(url -> ", " + url).orElse("")
                + ".")
        .toList();
  }

  private void step(
      String key,
      String title,
      List<String> details,
      List<String> after,
      Contact who,
      @Nullable Duration expected) {
    int number = steps.size() + 1;
    List<Integer> before =
        after.stream()
            .map(it -> numbers.getOrDefault(it, 0))
            .filter(it -> it > 0)
            .sorted()
            .toList();
    steps.add(
        new Step(number, key, title, details, before, who, expected, measured.words(expected)));
    numbers.put(key, number);
  }
}
