package dev.interlock.azure.storage;

import dev.interlock.azure.StorageRules;
import dev.interlock.azure.StorageRules.Lock;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A container and the blob service that it is in, as Azure tells them, in our words. */
public final class ContainerWords {

  private static final String PROPERTIES = "properties";
  private static final String POLICY = "properties.immutabilityPolicy.properties.";
  private static final String SOFT_DELETE = "properties.deleteRetentionPolicy.";

  private ContainerWords() {}

  /**
   * All rules together.
   *
   * @param tasks that are at work there beside the lifecycle, in words
   * @throws dev.interlock.finding.Fault FAILED when one of the answers is none
   */
  public static StorageRules of(
      LifecycleWords lifecycle, List<String> tasks, MappingNode container, MappingNode service) {
    Told.require(container, PROPERTIES, MappingNode.class);
    Told.require(service, PROPERTIES, MappingNode.class);
    return new StorageRules(
        lifecycle.told(),
        Stream.concat(lifecycle.unclear().stream(), tasks.stream()).toList(),
        lock(container),
        Told.isTrue(container, "properties.hasLegalHold"),
        softDelete(service),
        Told.isTrue(service, "properties.isVersioningEnabled"));
  }

  private static @Nullable Lock lock(MappingNode container) {
    Duration age = Told.days(container, POLICY + "immutabilityPeriodSinceCreationInDays");
    boolean locked =
        Told.at(container, POLICY + "state") instanceof ScalarNode state
            && "Locked".equals(state.text());
    return age == null ? null : new Lock(age, locked);
  }

  private static Duration softDelete(MappingNode service) {
    Duration days = Told.days(service, SOFT_DELETE + "days");
    return Told.isTrue(service, SOFT_DELETE + "enabled")
        ? Objects.requireNonNullElse(days, Duration.ZERO)
        : Duration.ZERO;
  }
}
