package dev.interlock.cli.drill;

import dev.interlock.changes.EvidenceItem;
import dev.interlock.changes.Standing;
import dev.interlock.changes.Standing.Reason;
import dev.interlock.cli.options.ServerOption;
import dev.interlock.cli.remote.Api;
import dev.interlock.cli.remote.Part;
import dev.interlock.cli.remote.SentEvidence;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.evidence.Drill;
import dev.interlock.evidence.Drill.Measured;
import dev.interlock.recovery.Objective;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ReviewDrills.Reviewed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drills that a server has in its register, and whether they count there. */
final class RemoteDrills {

  private final Api api;

  private RemoteDrills(Api api) {
    this.api = api;
  }

  static RemoteDrills at(ServerOption server, Invocation invocation) throws IOException {
    return new RemoteDrills(Api.open(server, invocation));
  }

  static RemoteDrills at(Api api) {
    return new RemoteDrills(api);
  }

  /** Of one environment, or of all when null; newest first. */
  List<Reviewed> all(@Nullable String environment) {
    String query = environment == null ? "" : "?environment=" + Api.escaped(environment);
    return api.get("/drills/proven" + query).list().stream().map(RemoteDrills::reviewed).toList();
  }

  /**
   * One by the name that the list tells.
   *
   * @throws InputRejected when the server has none of that name
   */
  Reviewed named(String name) {
    return all(null).stream()
        .filter(it -> it.item().file().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new InputRejected(
                ActionCode.NO_DRILL.code(),
                name,
                "the server has no such drill",
                "interlock drill list --server URL tells their names"));
  }

  private static Reviewed reviewed(Part part) {
    Drill drill = SentEvidence.drill(part.part("drill"));
    Standing standing = standing(part);
    EvidenceItem item =
        new EvidenceItem(part.text("evidence"), part.text("digest"), drill, () -> standing);
    List<Objective> objectives =
        part.parts("promised").stream().map(it -> objective(it, drill)).toList();
    return new Reviewed(item, drill, objectives);
  }

  private static Standing standing(Part part) {
    String key = part.textOrNull("key");
    return key == null
        ? new Standing.Untrusted(Reason.UNKNOWN_KEY, part.text("reason"))
        : new Standing.Trusted(key, null);
  }

  private static Objective objective(Part promise, Drill drill) {
    String process = promise.text("process");
    Measured measured =
        drill.processes().stream()
            .filter(it -> it.process().equals(process))
            .findFirst()
            .orElse(null);
    return new Objective(
        process,
        promise.text("displayName"),
        measured,
        promise.word("rto", Duration::parse),
        promise.word("rpo", Duration::parse));
  }
}
