package dev.interlock.server.console;

import dev.interlock.server.drills.Drills;
import dev.interlock.server.drills.Drills.Shown;
import dev.interlock.server.security.AccountRole;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.InputRejected;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Restore drills: what was proven, what runs, what is due. */
@Controller
class DrillsController {

  private final Drills drills;
  private final Shells shells;
  private final InstantSource clock;

  DrillsController(Drills drills, Shells shells, InstantSource clock) {
    this.drills = drills;
    this.shells = shells;
    this.clock = clock;
  }

  @GetMapping("/drills")
  ModelAndView drills(
      @RequestParam(required = false) @Nullable String done,
      HttpServletRequest request,
      SignedIn by) {
    String said = "asked".equals(done) ? "The drill was asked for and begins soon." : "";
    return new ModelAndView("drills", "page", page(said, "", request, by));
  }

  /** The part that changes, for a page that is open already. */
  @GetMapping("/drills/now")
  ModelAndView now(HttpServletRequest request, SignedIn by) {
    return new ModelAndView("drills-now", "page", page("", "", request, by));
  }

  /** Asks for a drill of an environment. */
  @PostMapping("/drills")
  ModelAndView start(@RequestParam String environment, HttpServletRequest request, SignedIn by) {
    try {
      drills.start(environment, by.author());
      return new ModelAndView("redirect:/drills?done=asked");
    } catch (InputRejected e) {
      String why = "Not done: " + e.problems().getFirst().message();
      ModelAndView view = new ModelAndView("drills", "page", page("", why, request, by));
      view.setStatus(HttpStatus.CONFLICT);
      return view;
    }
  }

  private DrillsPage page(String said, String refused, HttpServletRequest request, SignedIn by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Shown> all = drills.all(now);
    DrillRows rows = new DrillRows(now, by.has(AccountRole.OPERATOR));
    return new DrillsPage(
        shells.of("Restore drills", "/drills", request),
        all.stream().map(rows::row).toList(),
        all.stream().anyMatch(Shown::drillsHere),
        said,
        refused);
  }
}
