package dev.interlock.azure.storage;

import dev.interlock.azure.StorageRules;
import dev.interlock.azure.StorageRules.Lifecycle;
import dev.interlock.azure.StorageRules.Lock;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ScalarNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A container and the blob service that it is in, as Azure tells them, in our words. */
public final class ContainerWords {

  private static final String POLICY = "properties.immutabilityPolicy.properties.";
  private static final String SOFT_DELETE = "properties.deleteRetentionPolicy.";

  private ContainerWords() {}

  /** All rules together. */
  public static StorageRules of(
      List<Lifecycle> lifecycle, MappingNode container, MappingNode service) {
    return new StorageRules(
        lifecycle,
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
