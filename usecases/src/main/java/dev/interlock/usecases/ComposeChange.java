package dev.interlock.usecases;

import dev.interlock.changes.Submission;
import dev.interlock.document.RecordWriter;
import dev.interlock.ledger.Bytes;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the document of a change from what somebody filled in, as it would be kept in Git. */
public final class ComposeChange {

  private static final RecordWriter QUOTES = new RecordWriter();
  private static final String MANIFESTS = "manifests";

  /**
   * What was filled in; null and empty are left out.
   *
   * @param duration ISO 8601, such as {@code PT1H}
   * @param notBefore ISO 8601 with zone
   * @param rollbackSteps one step each
   */
  public record Filled(
      String name,
      String title,
      String kind,
      String environment,
      List<String> services,
      List<String> artifacts,
      String reason,
      String requester,
      @Nullable String executor,
      @Nullable String template,
      @Nullable String incident,
      @Nullable String duration,
      @Nullable String notBefore,
      boolean destructive,
      List<String> rollbackSteps,
      @Nullable String rollbackDuration,
      boolean needsRestore) {

    public Filled {
      services = List.copyOf(services);
      artifacts = List.copyOf(artifacts);
      rollbackSteps = List.copyOf(rollbackSteps);
    }
  }

  private final StringBuilder text = new StringBuilder();

  private ComposeChange() {}

  /**
   * The change with its manifests.
   *
   * @param manifests content by path below the folder of manifests
   */
  public static Submission of(Filled filled, SortedMap<String, Bytes> manifests) {
    SortedMap<String, Bytes> files = new TreeMap<>();
    manifests.forEach((path, content) -> files.put(MANIFESTS + "/" + path, content));
    String document = "change.yaml";
    String text = new ComposeChange().write(filled, !manifests.isEmpty());
    files.put(document, Bytes.utf8(text));
    return new Submission(document, files);
  }

  private String write(Filled filled, boolean manifests) {
    text.append("apiVersion: interlock.dev/v1\nkind: Change\nmetadata:\n");
    field("name", filled.name());
    text.append("spec:\n");
    field("title", filled.title());
    field("kind", filled.kind());
    field("environment", filled.environment());
    list("services", filled.services());
    if (!filled.artifacts().isEmpty()) {
      field("artifact", filled.artifacts().getFirst());
      list("artifacts", filled.artifacts().subList(1, filled.artifacts().size()));
    }
    if (manifests) {
      list("manifests", List.of(MANIFESTS));
    }
    field("reason", filled.reason());
    field("requester", filled.requester());
    field("executor", filled.executor());
    field("template", filled.template());
    field("incident", filled.incident());
    field("duration", filled.duration());
    field("notBefore", filled.notBefore());
    if (filled.destructive()) {
      text.append("  destructive: true\n");
    }
    rollback(filled);
    return text.toString();
  }

  private void rollback(Filled filled) {
    if (filled.rollbackSteps().isEmpty() && filled.rollbackDuration() == null) {
      return;
    }
    text.append("  rollback:\n");
    text.append("    steps: ").append(QUOTES.toJson(filled.rollbackSteps())).append('\n');
    if (filled.rollbackDuration() != null) {
      text.append("    duration: ").append(QUOTES.toJson(filled.rollbackDuration())).append('\n');
    }
    if (filled.needsRestore()) {
      text.append("    needsRestore: true\n");
    }
  }

  private void field(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      text.append("  ").append(key).append(": ").append(QUOTES.toJson(value.strip())).append('\n');
    }
  }

  private void list(String key, List<String> values) {
    if (!values.isEmpty()) {
      text.append("  ").append(key).append(": ").append(QUOTES.toJson(values)).append('\n');
    }
  }
}
