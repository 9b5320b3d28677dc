package dev.interlock.server.console;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.server.console.DecisionPage.Typed;
import dev.interlock.server.console.DecisionPages.Tried;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.AnswerChange;
import dev.interlock.usecases.ApproveChange.Answered;
import dev.interlock.usecases.AskDecision;
import dev.interlock.usecases.Author;
import dev.interlock.usecases.CarryOutChange;
import dev.interlock.usecases.ChangeBook;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ServerLedger;
import dev.interlock.usecases.WithdrawChange;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What people do to a change on its page. Each act names the version that was seen. */
@Controller
class ChangeActsController {

  private final ChangeBook book;
  private final DecideRegistered deciding;
  private final ServerLedger ledger;
  private final CurrentEstate estate;
  private final DecisionPages pages;
  private final InstantSource clock;

  ChangeActsController(
      ChangeBook book,
      DecideRegistered deciding,
      ServerLedger ledger,
      CurrentEstate estate,
      DecisionPages pages,
      InstantSource clock) {
    this.book = book;
    this.deciding = deciding;
    this.ledger = ledger;
    this.estate = estate;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * What a person answers.
   *
   * @param seen digest of the version that the person saw
   * @param seat the duty, and the plant after a blank where it is for one
   */
  record AnswerForm(String seen, String seat, Answer answer, @Nullable String comment) {

    /** Each of them is on the page; who leaves one out did not come from there. */
    void requireWhole() {
      if (Stream.of(seen, seat, answer).anyMatch(Objects::isNull)) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the form is not whole");
      }
    }

    Typed typed() {
      return new Typed(seen, seat, comment == null ? "" : comment);
    }

    Answered by(String person) {
      String[] words = seat.split(" ", 2);
      return new Answered(
          person,
          words[0],
          words.length == 2 ? words[1] : null,
          answer,
          comment == null || comment.isBlank() ? null : comment.strip());
    }
  }

  /** Approves or refuses in a duty. */
  @PostMapping("/changes/{name}/answer")
  ModelAndView answer(
      @PathVariable String name, AnswerForm form, HttpServletRequest request, SignedIn by) {
    form.requireWhole();
    String person = by.person();
    if (person == null) {
      String why = "no person of the estate stands behind this account";
      return refused(name, why, HttpStatus.UNPROCESSABLE_CONTENT, form.typed(), request, by);
    }
    AtomicReference<@Nullable String> unheard = new AtomicReference<>();
    Answered answered = form.by(person);
    ModelAndView done =
        done(
            name,
            "answered",
            form.typed(),
            request,
            by,
            () ->
                unheard.set(
                    new AnswerChange(book, ledger.key())
                        .run(name, form.seen(), answered, estate.inForce(), author(by))
                        .unheard()));
    String why = unheard.get();
    return why == null ? done : unheard(name, why, form, request, by);
  }

  /** It was filed, but changes nothing; whoever gave it should not believe otherwise. */
  private ModelAndView unheard(
      String name, String why, AnswerForm form, HttpServletRequest request, SignedIn by) {
    String said = "Your answer is filed, but the gate does not hear it: " + why + ".";
    Tried tried = new Tried(said, new Typed("", form.seat(), ""));
    return new ModelAndView("decision", "page", pages.of(name, request, by, tried));
  }

  /** Has the gate's answer recorded. */
  @PostMapping("/changes/{name}/decision")
  ModelAndView ask(@PathVariable String name, HttpServletRequest request, SignedIn by) {
    return done(
        name,
        "asked",
        new Typed("", null, ""),
        request,
        by,
        () ->
            new AskDecision(book, deciding, ledger.ledger(), ledger.key())
                .run(name, estate.inForce(), author(by)));
  }

  /** Takes the change back. */
  @PostMapping("/changes/{name}/withdrawal")
  ModelAndView withdraw(
      @PathVariable String name,
      @RequestParam String seen,
      @RequestParam String reason,
      HttpServletRequest request,
      SignedIn by) {
    return done(
        name,
        "withdrawn",
        new Typed(seen, null, reason),
        request,
        by,
        () -> new WithdrawChange(book).run(name, seen, reason, author(by)));
  }

  /** Tells that it was carried out. */
  @PostMapping("/changes/{name}/execution")
  ModelAndView carryOut(
      @PathVariable String name,
      @RequestParam String seen,
      @RequestParam(required = false) @Nullable String comment,
      HttpServletRequest request,
      SignedIn by) {
    return done(
        name,
        "carried-out",
        new Typed(seen, Typed.EXECUTION, comment == null ? "" : comment),
        request,
        by,
        () ->
            new CarryOutChange(book, deciding, ledger)
                .run(name, seen, comment, estate.inForce(), author(by)));
  }

  private ModelAndView done(
      String name,
      String word,
      Typed typed,
      HttpServletRequest request,
      SignedIn by,
      Runnable act) {
    try {
      act.run();
      return new ModelAndView("redirect:/changes/" + name + "?done=" + word);
    } catch (RegisterRefused e) {
      return refused(name, String.valueOf(e.getMessage()), HttpStatus.CONFLICT, typed, request, by);
    } catch (InputRejected e) {
      String why = e.problems().getFirst().message();
      return refused(name, why, HttpStatus.UNPROCESSABLE_CONTENT, typed, request, by);
    }
  }

  private ModelAndView refused(
      String name,
      String why,
      HttpStatus status,
      Typed typed,
      HttpServletRequest request,
      SignedIn by) {
    try {
      DecisionPage page = pages.of(name, request, by, new Tried("Not done: " + why + ".", typed));
      ModelAndView view = new ModelAndView("decision", "page", page);
      view.setStatus(status);
      return view;
    } catch (RegisterRefused e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  private Author author(SignedIn by) {
    return new Author(by.author(), clock.instant());
  }
}
