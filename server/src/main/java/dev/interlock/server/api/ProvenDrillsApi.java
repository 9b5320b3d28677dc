package dev.interlock.server.api;

import dev.interlock.changes.Standing;
import dev.interlock.recovery.Objective;
import dev.interlock.server.drills.Drills;
import dev.interlock.usecases.DrillStatement;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What restore drills proved: each as it was signed, beside what the estate promises. */
@RestController
@RequestMapping("/api/v1/drills/proven")
class ProvenDrillsApi {

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final ApiBasis basis;
  private final Drills drills;

  ProvenDrillsApi(ApiBasis basis, Drills drills) {
    this.basis = basis;
    this.drills = drills;
  }

  /**
   * A drill.
   *
   * @param evidence name in the register
   * @param digest {@code sha256:…} of the signed envelope
   * @param key of the estate that signed it; null when it does not count
   * @param reason why it does not count; null when it does
   * @param promised what the estate promises for each process now
   * @param drill as it was signed
   */
  record ProvenView(
      String evidence,
      String digest,
      @Nullable String key,
      @Nullable String reason,
      List<PromiseView> promised,
      Map<String, Object> drill) {

    static ProvenView of(Reviewed reviewed) {
      Standing standing = reviewed.item().standing();
      return new ProvenView(
          reviewed.item().file(),
          reviewed.item().digest(),
          standing instanceof Standing.Trusted trusted ? trusted.key() : null,
          standing instanceof Standing.Untrusted untrusted ? untrusted.message() : null,
          reviewed.objectives().stream().map(PromiseView::of).toList(),
          JSON.readValue(DrillStatement.write(reviewed.drill()), OBJECT));
    }
  }

  /** How long a process may stand still, and how much work it may lose; as ISO 8601. */
  record PromiseView(String process, String displayName, String rto, String rpo) {

    static PromiseView of(Objective objective) {
      return new PromiseView(
          objective.process(),
          objective.displayName(),
          objective.rto().toString(),
          objective.rpo().toString());
    }
  }

  /** Of one environment or all, newest first. */
  @GetMapping
  List<ProvenView> proven(@RequestParam(required = false) @Nullable String environment) {
    return drills.proven(basis.now()).stream()
        .filter(it -> environment == null || it.drill().environment().equals(environment))
        .map(ProvenView::of)
        .toList();
  }
}
