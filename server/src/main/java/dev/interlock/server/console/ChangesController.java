package dev.interlock.server.console;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.server.console.QueuePage.Filter;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.Standings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The queue of changes. */
@Controller
class ChangesController {

  private static final int PART = 50;
  private static final String OPEN = "open";

  private final Queue queue;
  private final Shells shells;

  ChangesController(Queue queue, Shells shells) {
    this.queue = queue;
    this.shells = shells;
  }

  /** What the address asks for; what is left out means any. */
  record Wanted(
      @Nullable String state,
      @Nullable String outcome,
      @Nullable String contact,
      @Nullable String q) {

    ListRegistered.Filter filter() {
      String text = q == null || q.isBlank() ? null : q.strip();
      String of = outcome == null && contact == null && state != null ? state : OPEN;
      return new ListRegistered.Filter(
          of.equals("all") ? null : of, outcome, null, null, contact, text);
    }

    private String query() {
      StringBuilder query = new StringBuilder("/changes?");
      append(query, "state", state);
      append(query, "outcome", outcome);
      append(query, "contact", contact);
      append(query, "q", q);
      return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
      if (value != null) {
        query.append(name).append('=');
        query.append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&');
      }
    }
  }

  @GetMapping("/changes")
  ModelAndView changes(
      Wanted wanted,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      SignedIn by) {
    ListRegistered.Page page = queue.list(wanted.filter(), after, PART);
    return new ModelAndView(
        "changes",
        "page",
        new QueuePage(
            shells.of("Changes", "/changes", request),
            page.rows().stream().map(QueueRows::of).toList(),
            filters(page.open(), wanted),
            page.total(),
            page.next() == null ? null : wanted.query() + "after=" + page.next(),
            wanted.q() == null ? "" : wanted.q(),
            by.has(AccountRole.REQUESTER)));
  }

  private static List<Filter> filters(Standings open, Wanted wanted) {
    List<Filter> filters = new ArrayList<>();
    boolean any = wanted.outcome() == null && wanted.contact() == null;
    filters.add(new Filter("Open", "/changes", any && wanted.state() == null, open.all()));
    for (Outcome each : Outcome.values()) {
      String word = each.word();
      filters.add(
          new Filter(
              word, "/changes?outcome=" + word, word.equals(wanted.outcome()), open.outcome(word)));
    }
    open.notClosed()
        .forEach((name, number) ->
            filters.add(
                new Filter(
                    name + " not closed",
                    "/changes?contact=" + name,
                    name.equals(wanted.contact()),
                    number)));
    return filters;
  }
}
