package dev.interlock.server.console;

import dev.interlock.changes.RegisterRefused;
import dev.interlock.server.console.DecisionPages.Tried;
import dev.interlock.server.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One change and the gate's answer, drawn as the rung of a ladder diagram. */
@Controller
class DecisionController {

  /** What the address may say was done, so that a page that is loaded again does nothing twice. */
  private static final Map<String, String> DONE =
      Map.of(
          "filed", "The change is filed.",
          "answered", "Your answer is signed and filed.",
          "asked", "The gate's answer is recorded in the ledger.",
          "carried-out", "It is recorded that the change was carried out.",
          "withdrawn", "The change is taken back.");

  private final DecisionPages pages;

  DecisionController(DecisionPages pages) {
    this.pages = pages;
  }

  @GetMapping("/changes/{name}")
  ModelAndView change(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable String done,
      HttpServletRequest request,
      SignedIn by) {
    try {
      Tried tried = new Tried(done == null ? null : DONE.get(done), null);
      return new ModelAndView("decision", "page", pages.of(name, request, by, tried));
    } catch (RegisterRefused e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }
}
