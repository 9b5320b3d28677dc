package dev.interlock.server.console;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.Submission;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.estate.RiskPolicy;
import dev.interlock.estate.Tier;
import dev.interlock.server.console.ChangeFormPage.Choices;
import dev.interlock.server.console.ChangeFormPage.Explained;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.DecidedChange;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.SubmitChange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form that asks for a change, and explains tier and contacts while it is filled in. */
@Controller
class ChangeFormController {

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final CurrentEstate estate;
  private final Shells shells;
  private final InstantSource clock;

  ChangeFormController(
      ChangeBook book,
      DecideRegistered deciding,
      CurrentEstate estate,
      Shells shells,
      InstantSource clock) {
    this.book = book;
    this.deciding = deciding;
    this.estate = estate;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/changes/new")
  ModelAndView empty(HttpServletRequest request, SignedIn by) {
    return new ModelAndView(
        "change-form", "page", page(ChangeForm.EMPTY, Explained.NOTHING, request, by));
  }

  /** What the gate would say; files nothing. */
  @PostMapping("/changes/explain")
  ModelAndView explain(ChangeForm form, HttpServletRequest request, SignedIn by) {
    return new ModelAndView("explained", "page", page(form, explained(form, by), request, by));
  }

  @PostMapping("/changes")
  ModelAndView file(ChangeForm form, HttpServletRequest request, SignedIn by) {
    String person = by.person();
    if (person == null) {
      return again(
          form, List.of("No person of the estate stands behind this account."), request, by);
    }
    try {
      var filed =
          new SubmitChange(book)
              .file(form.submission(person), estate.inForce(), new Author(person, clock.instant()));
      return new ModelAndView("redirect:/changes/" + filed.name() + "?done=filed");
    } catch (InputRejected e) {
      return again(form, problems(e), request, by);
    } catch (RegisterRefused e) {
      return again(form, List.of(String.valueOf(e.getMessage())), request, by);
    }
  }

  private ModelAndView again(
      ChangeForm form, List<String> problems, HttpServletRequest request, SignedIn by) {
    Explained why = new Explained(null, List.of(), List.of(), problems);
    ModelAndView view = new ModelAndView("change-form", "page", page(form, why, request, by));
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private Explained explained(ChangeForm form, SignedIn by) {
    String person = by.person();
    try {
      Submission submission = form.submission(person == null ? by.login() : person);
      DecidedChange decided = deciding.preview(submission, estate.inForce(), clock.instant());
      return new Explained(
          decided.decision().tier(),
          decided.tier().reasons(),
          decided.decision().contacts(),
          List.of());
    } catch (InputRejected e) {
      return new Explained(null, List.of(), List.of(), problems(e));
    } catch (RegisterRefused e) {
      return new Explained(null, List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
    }
  }

  /** Without places: nobody sees the document that is written from the form. */
  private static List<String> problems(InputRejected rejected) {
    return rejected.problems().stream()
        .map(problem ->
            problem.hint() == null
                ? problem.message()
                : problem.message() + " (" + problem.hint() + ")")
        .distinct()
        .toList();
  }

  private ChangeFormPage page(
      ChangeForm form, Explained explained, HttpServletRequest request, SignedIn by) {
    return new ChangeFormPage(
        shells.of("Ask for a change", "/changes", request),
        form,
        by.person(),
        choices(estate.state().loaded().estate()),
        explained);
  }

  private static Choices choices(Estate estate) {
    List<String> environments =
        estate.all(Environment.class).entrySet().stream()
            .sorted(Comparator.comparing(e -> e.getValue().tier() != Tier.PRODUCTION))
            .map(e -> e.getKey())
            .toList();
    return new Choices(
        environments,
        List.copyOf(estate.names(Kind.SERVICE)),
        rules(estate, RiskPolicy.Rule::kinds),
        rules(estate, RiskPolicy.Rule::templates),
        List.copyOf(estate.names(Kind.PERSON)));
  }

  private static List<String> rules(Estate estate, Function<RiskPolicy.Rule, List<String>> words) {
    Stream<RiskPolicy.Rule> rules =
        estate.all(RiskPolicy.class).values().stream().flatMap(policy -> policy.rules().stream());
    return rules.flatMap(rule -> words.apply(rule).stream()).distinct().sorted().toList();
  }
}
