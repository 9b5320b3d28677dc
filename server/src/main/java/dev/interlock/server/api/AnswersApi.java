package dev.interlock.server.api;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.RegisterCode;
import dev.interlock.changes.RegisterRefused;
import dev.interlock.changes.Standing;
import dev.interlock.evidence.Approval.Answer;
import dev.interlock.ledger.Bytes;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.AnswerChange;
import dev.interlock.usecases.ApproveChange.Answered;
import dev.interlock.usecases.FileEvidence;
import dev.interlock.usecases.ListRegisteredEvidence;
import dev.interlock.usecases.ServerLedger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers of people, and signed evidence of whoever has some. */
@RestController
@RequestMapping("/api/v1")
class AnswersApi {

  private final ApiBasis basis;
  private final ServerLedger ledger;

  AnswersApi(ApiBasis basis, ServerLedger ledger) {
    this.basis = basis;
    this.ledger = ledger;
  }

  /** What a person says to a change: {@code APPROVE} or {@code REJECT}. */
  record AnswerBody(String role, @Nullable String plant, Answer answer, @Nullable String comment) {
    AnswerBody {
      BadBody.require("role", role);
      BadBody.require("answer", answer);
    }
  }

  /** A piece of evidence and whether it counts by the keys that the estate trusts now. */
  record EvidenceView(
      String file, String digest, boolean counts, @Nullable String why, @Nullable Instant at) {

    /** An answer counts when it is heard as well. */
    static EvidenceView of(AnswerChange.Result result) {
      EvidenceView view = of(result.filed().item());
      String unheard = result.unheard();
      return unheard == null
          ? view
          : new EvidenceView(view.file(), view.digest(), false, unheard, view.at());
    }

    static EvidenceView of(EvidenceItem item) {
      return new EvidenceView(
          item.file(),
          item.digest(),
          item.trusted(),
          item.standing() instanceof Standing.Untrusted untrusted ? untrusted.message() : null,
          item.predicate() == null ? null : item.predicate().at());
    }
  }

  @PostMapping("/changes/{name}/approvals")
  @ResponseStatus(HttpStatus.CREATED)
  EvidenceView answer(
      @PathVariable String name,
      @RequestBody AnswerBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    String person = caller.person();
    if (person == null) {
      throw new RegisterRefused(
          RegisterCode.NO_PERSON, "no person of the estate stands behind this account");
    }
    Answered answered =
        new Answered(person, body.role(), body.plant(), body.answer(), body.comment());
    AnswerChange.Result result =
        new AnswerChange(basis.book(), ledger.key())
            .run(
                name,
                Preconditions.digest(match),
                answered,
                basis.estate(),
                basis.author(caller, key));
    return EvidenceView.of(result);
  }

  @PostMapping("/changes/{name}/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  EvidenceView evidence(
      @PathVariable String name,
      @RequestBody byte[] envelope,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    return evidence(envelope, key, caller);
  }

  @PostMapping("/evidence")
  @ResponseStatus(HttpStatus.CREATED)
  EvidenceView evidence(
      @RequestBody byte[] envelope,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    return EvidenceView.of(
        new FileEvidence(basis.book())
            .run("the body", Bytes.of(envelope), basis.estate(), basis.author(caller, key))
            .item());
  }

  @GetMapping("/changes/{name}/evidence")
  List<EvidenceView> evidenceOf(@PathVariable String name) {
    return new ListRegisteredEvidence(basis.book())
        .run(name, basis.estate(), basis.now()).stream().map(EvidenceView::of).toList();
  }

  @GetMapping("/evidence")
  List<EvidenceView> evidence() {
    return new ListRegisteredEvidence(basis.book())
        .run(basis.estate(), basis.now()).stream().map(EvidenceView::of).toList();
  }
}
