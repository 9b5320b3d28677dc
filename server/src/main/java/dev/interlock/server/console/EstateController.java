package dev.interlock.server.console;

import dev.interlock.finding.Moment;
import dev.interlock.server.estate.CurrentEstate;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The estate as a map. */
@Controller
class EstateController {

  private final CurrentEstate estate;
  private final Shells shells;

  EstateController(CurrentEstate estate, Shells shells) {
    this.estate = estate;
    this.shells = shells;
  }

  @GetMapping("/estate")
  ModelAndView estate(
      @RequestParam(required = false) @Nullable String focus, HttpServletRequest request) {
    CurrentEstate.State state = estate.state();
    EstateMap map = new EstateMap(state.loaded().estate(), focus);
    List<EstatePage.Column> columns = map.columns();
    EstatePage.Chosen chosen = map.chosen().orElse(null);
    if (focus != null && chosen == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The estate has no " + focus + ".");
    }
    EstatePage page =
        new EstatePage(
            shells.of("Estate", "/estate", request),
            estate.sourceName(),
            state.revision() + ", in force since " + Moment.utc(state.since()),
            state.loaded().digest(),
            columns,
            map.ties(),
            chosen);
    return new ModelAndView("estate", "page", page);
  }
}
