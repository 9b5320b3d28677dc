package dev.interlock.usecases;

import dev.interlock.document.MappingNode;
import dev.interlock.document.Node;
import dev.interlock.document.NodePath;
import dev.interlock.document.ScalarNode;
import dev.interlock.document.SequenceNode;
import dev.interlock.facts.FactReader;
import dev.interlock.facts.Reading;
import dev.interlock.facts.Resource;
import dev.interlock.finding.Diagnostic;
import dev.interlock.recovery.OperatedCluster;
import dev.interlock.recovery.OperatedCluster.Archiving;
import dev.interlock.recovery.OperatedCluster.Retention;
import dev.interlock.recovery.OperatedCluster.Run;
import dev.interlock.recovery.OperatedCluster.Schedule;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Databases that CloudNativePG runs in Kubernetes, by its resources: manifests say what should be,
 * exports with a status what is.
 */
final class CloudNativePg {

  private static final String GROUP = "postgresql.cnpg.io/v1/";
  private static final String STORE = "barmancloud.cnpg.io/v1/ObjectStore";
  private static final String LABEL = "interlock.dev/environment";
  private static final Pattern KEPT = Pattern.compile("([1-9]\\d{0,4})([dwm])");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|d)?");

  /** What the operator sets when nobody says another. */
  private static final Duration LOG_EVERY = Duration.ofMinutes(5);

  private final List<Resource> resources;

  private CloudNativePg(List<Resource> resources) {
    this.resources = List.copyOf(resources);
  }

  /**
   * Reads files.
   *
   * @throws InputRejected when one can't be read: what is in it nobody knows
   */
  static CloudNativePg in(List<String> inputs) {
    List<Resource> resources = new ArrayList<>();
    if (inputs.isEmpty()) {
      return new CloudNativePg(resources);
    }
    Reading reading =
        FactReader.standard(InputStream.nullInputStream())
            .read(
                inputs,
                it -> {
                  if (it.type().startsWith(GROUP) || it.type().equals(STORE)) {
                    resources.add(it);
                  }
                });
    reading.diagnostics().stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .ifPresent(it -> {
          throw new InputRejected(List.of(it));
        });
    return new CloudNativePg(resources);
  }

  /** Clusters of an environment: so labelled, or in the namespace of that name. */
  List<OperatedCluster> of(String environment) {
    return kind("Cluster")
        .filter(it -> environment.equals(environment(it)))
        .map(this::cluster)
        .toList();
  }

  private static String environment(Resource cluster) {
    if (cluster.body().get("metadata") instanceof MappingNode metadata
        && metadata.get("labels") instanceof MappingNode labels
        && labels.text(LABEL) != null) {
      return Objects.requireNonNull(labels.text(LABEL));
    }
    return namespace(cluster);
  }

  private static String namespace(Resource resource) {
    return Objects.requireNonNullElse(text(resource, "metadata.namespace"), "default");
  }

  private Stream<Resource> kind(String kind) {
    return resources.stream().filter(it -> it.type().equals(GROUP + kind));
  }

  private OperatedCluster cluster(Resource cluster) {
    List<Run> runs = belonging("Backup", cluster).map(CloudNativePg::run).toList();
    return new OperatedCluster(
        namespace(cluster) + "/" + cluster.name(),
        cluster.source(),
        archiving(cluster),
        logEvery(cluster),
        retention(cluster),
        belonging("ScheduledBackup", cluster).map(CloudNativePg::schedule).toList(),
        runs,
        lastGood(cluster),
        cluster.body().get("status") instanceof MappingNode || !runs.isEmpty());
  }

  private Stream<Resource> belonging(String kind, Resource cluster) {
    return kind(kind)
        .filter(it -> namespace(it).equals(namespace(cluster)))
        .filter(it -> cluster.name().equals(text(it, "spec.cluster.name")));
  }

  private static Schedule schedule(Resource it) {
    return new Schedule(
        it.name(),
        Objects.requireNonNullElse(text(it, "spec.schedule"), ""),
        "true".equals(text(it, "spec.suspend")));
  }

  private static Run run(Resource it) {
    return new Run(
        it.name(),
        Objects.requireNonNullElse(text(it, "status.phase"), ""),
        instant(text(it, "status.startedAt")),
        instant(text(it, "status.stoppedAt")),
        Objects.requireNonNullElse(text(it, "status.error"), ""));
  }

  private static Archiving archiving(Resource cluster) {
    boolean isConfigured =
        find(cluster, "spec.backup.barmanObjectStore") instanceof MappingNode
            || plugins(cluster).anyMatch(it -> "true".equals(it.text("isWALArchiver")));
    if (!isConfigured) {
      return Archiving.NONE;
    }
    return items(find(cluster, "status.conditions"))
        .filter(it -> "ContinuousArchiving".equals(it.text("type")))
        .map(it ->
            switch (String.valueOf(it.text("status"))) {
              case "True" -> Archiving.WORKS;
              case "False" -> Archiving.FAILS;
              default -> Archiving.CONFIGURED;
            })
        .findFirst()
        .orElse(Archiving.CONFIGURED);
  }

  private static Stream<MappingNode> plugins(Resource cluster) {
    return items(find(cluster, "spec.plugins")).filter(it -> !"false".equals(it.text("enabled")));
  }

  private static Duration logEvery(Resource cluster) {
    String text =
        find(cluster, "spec.postgresql.parameters") instanceof MappingNode parameters
            ? parameters.text("archive_timeout")
            : null;
    Matcher time = TIME.matcher(text == null ? "" : text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      return LOG_EVERY;
    }
    long number = Long.parseLong(time.group(1));
    String unit = Objects.requireNonNullElse(time.group(2), "s");
    Duration every =
        switch (unit) {
          case "ms" -> Duration.ofMillis(number);
          case "min" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofSeconds(number);
        };
    // Zero: a file is archived when it is full, whenever that is.
    return every.isZero() ? Duration.ofDays(365) : every;
  }

  private Retention retention(Resource cluster) {
    Optional<String> name =
        plugins(cluster)
            .map(it -> it.get("parameters"))
            .filter(MappingNode.class::isInstance)
            .map(it -> ((MappingNode) it).text("barmanObjectName"))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .findFirst();
    if (name.isEmpty()) {
      return kept(text(cluster, "spec.backup.retentionPolicy"));
    }
    return resources.stream()
        .filter(it -> it.type().equals(STORE) && it.name().equals(name.get()))
        .filter(it -> namespace(it).equals(namespace(cluster)))
        .findFirst()
        .map(it -> kept(text(it, "spec.retentionPolicy")))
        .orElseGet(() ->
            new Retention(null, "the ObjectStore " + name.get() + " is in none of the files"));
  }

  /** Days, weeks or months; without it nothing is removed. */
  private static Retention kept(@Nullable String policy) {
    if (policy == null || policy.isEmpty()) {
      return new Retention(null, "");
    }
    Matcher words = KEPT.matcher(policy);
    if (!words.matches()) {
      return new Retention(null, "its retentionPolicy can't be read: " + policy);
    }
    int days =
        switch (words.group(2)) {
          case "w" -> 7;
          case "m" -> 30;
          default -> 1;
        };
    return new Retention(Duration.ofDays(Long.parseLong(words.group(1)) * days), "");
  }

  private static @Nullable Instant lastGood(Resource cluster) {
    Stream<String> byMethod =
        find(cluster, "status.lastSuccessfulBackupByMethod") instanceof MappingNode methods
            ? methods.entries().stream()
                .map(it -> methods.text(it.key()))
                .flatMap(Stream::ofNullable)
            : Stream.empty();
    return Stream.concat(byMethod, Stream.ofNullable(text(cluster, "status.lastSuccessfulBackup")))
        .map(CloudNativePg::instant)
        .flatMap(Stream::ofNullable)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** What can't be read as a moment is none: nothing counts by it. */
  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Stream<MappingNode> items(@Nullable Node list) {
    return list instanceof SequenceNode items
        ? items.items().stream().filter(MappingNode.class::isInstance).map(MappingNode.class::cast)
        : Stream.empty();
  }

  private static @Nullable Node find(Resource resource, String path) {
    return NodePath.parse(path).find(resource.body());
  }

  private static @Nullable String text(Resource resource, String path) {
    return find(resource, path) instanceof ScalarNode scalar && scalar.value() != null
        ? scalar.text()
        : null;
  }
}
