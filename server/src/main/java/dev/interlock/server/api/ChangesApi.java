package dev.interlock.server.api;

import dev.interlock.changes.RegisteredChange;
import dev.interlock.changes.Submission;
import dev.interlock.server.api.ChangeViews.ChangeDetail;
import dev.interlock.server.api.ChangeViews.ChangePage;
import dev.interlock.server.api.ChangeViews.ChangeSummary;
import dev.interlock.server.security.SignedIn;
import dev.interlock.usecases.CarryOutChange;
import dev.interlock.usecases.ListRegistered;
import dev.interlock.usecases.ListRegistered.Filter;
import dev.interlock.usecases.SubmitChange;
import dev.interlock.usecases.WithdrawChange;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes and their life. */
@RestController
@RequestMapping("/api/v1/changes")
class ChangesApi {

  private static final int MOST = 500;

  private final ApiBasis basis;
  private final CarryOutChange execution;

  ChangesApi(ApiBasis basis, CarryOutChange execution) {
    this.basis = basis;
    this.execution = execution;
  }

  @GetMapping
  ChangePage list(
      ChangeQuery query,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    ListRegistered.Page page =
        new ListRegistered(basis.book()).run(query.filter(), cursor, Math.clamp(limit, 1, MOST));
    return new ChangePage(
        page.rows().stream().map(ChangeSummary::of).toList(), page.next(), page.total());
  }

  /** Which changes; what is left out means any. */
  record ChangeQuery(
      @Nullable String state,
      @Nullable String outcome,
      @Nullable String environment,
      @Nullable String requester,
      @Nullable String contact,
      @Nullable String q) {

    Filter filter() {
      return new Filter(state, outcome, environment, requester, contact, q);
    }
  }

  @PostMapping
  ResponseEntity<ChangeDetail> file(
      @RequestBody FilesBody body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Submission submission = reached(body, caller);
    RegisteredChange filed =
        new SubmitChange(basis.book()).file(submission, basis.estate(), basis.author(caller, key));
    return detail(filed, HttpStatus.CREATED);
  }

  @GetMapping("/{name}")
  ResponseEntity<ChangeDetail> show(@PathVariable String name) {
    return detail(basis.book().require(name), HttpStatus.OK);
  }

  @PutMapping("/{name}")
  ResponseEntity<ChangeDetail> revise(
      @PathVariable String name,
      @RequestBody FilesBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    RegisteredChange revised =
        new SubmitChange(basis.book())
            .revise(
                name,
                Preconditions.digest(match),
                reached(body, caller),
                basis.estate(),
                basis.author(caller, key));
    return detail(revised, HttpStatus.OK);
  }

  /** Why a change is taken back. */
  record WithdrawalBody(String reason) {
    WithdrawalBody {
      BadBody.require("reason", reason);
    }
  }

  @PostMapping("/{name}/withdrawal")
  ResponseEntity<ChangeDetail> withdraw(
      @PathVariable String name,
      @RequestBody WithdrawalBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    return detail(
        new WithdrawChange(basis.book())
            .run(name, Preconditions.digest(match), body.reason(), basis.author(caller, key)),
        HttpStatus.OK);
  }

  /** What the executor has to say; null or left out for nothing. */
  record ExecutionBody(@Nullable String comment) {}

  @PostMapping("/{name}/execution")
  ResponseEntity<ChangeDetail> carryOut(
      @PathVariable String name,
      @RequestBody ExecutionBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String match,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      SignedIn caller) {
    Preconditions.requireReach(basis.book().require(name), caller);
    String digest = Preconditions.digest(match);
    return detail(
        execution.run(name, digest, body.comment(), basis.estate(), basis.author(caller, key)),
        HttpStatus.OK);
  }

  /** A token that is limited to environments sends changes to those alone. */
  private Submission reached(FilesBody body, SignedIn caller) {
    Submission submission = body.submission();
    if (!caller.environments().isEmpty()) {
      Preconditions.requireReach(SubmitChange.environment(submission, basis.estate()), caller);
    }
    return submission;
  }

  private static ResponseEntity<ChangeDetail> detail(RegisteredChange change, HttpStatus status) {
    return ResponseEntity.status(status)
        .location(URI.create("/api/v1/changes/" + change.name()))
        .header("ETag", '"' + change.version().digest() + '"')
        .body(ChangeDetail.of(change));
  }
}
