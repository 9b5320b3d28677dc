package dev.interlock.server.api;

import dev.interlock.usecases.CheckSubmitted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the guardrails say of manifests. */
@RestController
@RequestMapping("/api/v1")
class ChecksApi {

  private final ApiBasis basis;

  ChecksApi(ApiBasis basis) {
    this.basis = basis;
  }

  @PostMapping("/checks")
  CheckView check(@RequestBody CheckBody body) {
    boolean complete = Boolean.TRUE.equals(body.complete());
    var request =
        new CheckSubmitted.Request(body.sent(), body.environment(), complete, body.goesTo());
    return CheckView.of(new CheckSubmitted().run(request, basis.estate(), basis.now()));
  }

  /** The check of a registered change's manifests. */
  @GetMapping("/changes/{name}/check")
  CheckView checkOf(@PathVariable String name) {
    return CheckView.of(new CheckSubmitted().run(basis.book(), name, basis.estate(), basis.now()));
  }
}
