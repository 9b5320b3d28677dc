package dev.interlock.server.console;

import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.server.estate.CurrentEstate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The andon board: every plant and environment at a glance. */
@Controller
class BoardController {

  private final CurrentEstate estate;

  BoardController(CurrentEstate estate) {
    this.estate = estate;
  }

  @GetMapping("/")
  ModelAndView board() {
    Estate current = estate.state().loaded().estate();
    return new ModelAndView(
        "board", "page", new BoardPage("Interlock", List.copyOf(current.names(Kind.ENVIRONMENT))));
  }
}
