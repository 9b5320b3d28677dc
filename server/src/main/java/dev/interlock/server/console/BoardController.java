package dev.interlock.server.console;

import dev.interlock.changes.Decision.Outcome;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Organization;
import dev.interlock.server.console.BoardPage.Count;
import dev.interlock.server.estate.CurrentEstate;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.Standings;
import dev.interlock.usecases.WatchEnvironments.Watched;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The andon board: every plant and environment at a glance. */
@Controller
class BoardController {

  private final CurrentEstate estate;
  private final LiveBoard board;
  private final Queue queue;
  private final Shells shells;
  private final InstantSource clock;

  BoardController(
      CurrentEstate estate, LiveBoard board, Queue queue, Shells shells, InstantSource clock) {
    this.estate = estate;
    this.board = board;
    this.queue = queue;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView board(HttpServletRequest request) {
    return new ModelAndView("board", "page", page(request));
  }

  /** The part of the board that changes, for a page that is open already. */
  @GetMapping("/board/tiles")
  ModelAndView tiles(HttpServletRequest request) {
    return new ModelAndView("tiles", "page", page(request));
  }

  private BoardPage page(HttpServletRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Estate current = estate.state().loaded().estate();
    List<Watched> watched = board.watch(now);
    return new BoardPage(
        shells.of("Board", "/", request),
        PlantTiles.of(current, watched, now.truncatedTo(ChronoUnit.MINUTES)),
        EnvironmentTiles.of(watched, zone(current)),
        counts());
  }

  private List<Count> counts() {
    Standings open = queue.list(ListRegistered.Filter.all(), null, 1).open();
    List<Count> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      counts.add(new Count(Signal.of(outcome), outcome.word(), open.outcome(outcome.word())));
    }
    return counts;
  }

  /** The zone of headquarters. */
  static ZoneId zone(Estate estate) {
    return estate.all(Organization.class).values().stream()
        .findFirst()
        .map(Organization::timeZone)
        .orElse(ZoneOffset.UTC);
  }
}
