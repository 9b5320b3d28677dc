package dev.interlock.server.api;

import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.AskDecision;
import dev.interlock.usecases.DecideRegistered;
import dev.interlock.usecases.PackRegistered;
import dev.interlock.usecases.ServerLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** May this change go? What a pipeline asks. */
@RestController
@RequestMapping("/api/v1/changes/{name}")
class DecisionApi {

  private final ApiBasis basis;
  private final ServerLedger ledger;
  private final DecideRegistered deciding;
  private final Waiting waiting;

  DecisionApi(ApiBasis basis, ServerLedger ledger, DecideRegistered deciding, Waiting waiting) {
    this.basis = basis;
    this.ledger = ledger;
    this.deciding = deciding;
    this.waiting = waiting;
  }

  /** The gate's answer at this moment; nothing is recorded. */
  @GetMapping("/decision")
  DecisionView look(@PathVariable String name) {
    return DecisionView.of(deciding.run(name, basis.estate(), basis.now()), null, null);
  }

  /**
   * The gate's answer, recorded in the ledger. Takes no Idempotency-Key: to ask again is to ask
   * about another instant, and an answer of before could be a go that no longer holds.
   *
   * @param wait seconds to wait for a decision that is {@code wait} to turn
   */
  @PostMapping("/decision")
  DecisionView ask(
      @PathVariable String name, @RequestParam(defaultValue = "0") int wait, SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    AskDecision asking = new AskDecision(basis.book(), deciding, ledger.ledger(), ledger.key());
    return DecisionView.recorded(waiting.ask(asking, name, caller, wait));
  }

  /** Everything a recorded decision was derived from, in one ZIP. */
  @GetMapping("/decisions/{position}/pack")
  ResponseEntity<byte[]> pack(@PathVariable String name, @PathVariable long position) {
    byte[] pack = new PackRegistered(basis.book(), ledger.ledger()).run(name, position);
    return download(name + "-" + position + ".zip", "application/zip", pack);
  }

  static ResponseEntity<byte[]> download(String name, String type, byte @Nullable [] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(content);
  }
}
