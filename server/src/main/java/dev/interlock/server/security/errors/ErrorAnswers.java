package dev.interlock.server.security.errors;

import dev.interlock.server.observing.TraceId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Failures in words: a page for browsers, a problem (RFC 9457) for programs. */
@Controller
class ErrorAnswers implements ErrorController {

  @RequestMapping("/error")
  Object answer(HttpServletRequest request) {
    ErrorPage page = ErrorPage.of(request);
    if (forProgram(request)) {
      return ResponseEntity.status(page.status())
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem(page, request));
    }
    ModelAndView view = new ModelAndView("error", "page", page);
    view.setStatus(HttpStatusCode.valueOf(page.status()));
    return view;
  }

  private static Map<String, Object> problem(ErrorPage page, HttpServletRequest request) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", page.title());
    problem.put("status", page.status());
    problem.put("detail", page.detail());
    TraceId.of(request).ifPresent(id -> problem.put("traceId", id));
    return problem;
  }

  private static boolean forProgram(HttpServletRequest request) {
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    return path.startsWith(request.getContextPath() + "/api/")
        || !String.valueOf(request.getHeader("Accept")).contains("text/html");
  }
}
