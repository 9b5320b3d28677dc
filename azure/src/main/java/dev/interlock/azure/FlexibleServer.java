package dev.interlock.azure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server of Azure Database for PostgreSQL, with what is kept for the day of a loss.
 *
 * @param id its resource id
 * @param location its region
 * @param host name that it is reached at; null while it is being made
 * @param version its major version, such as {@code 16}
 * @param state as Azure says it, such as {@code Ready}
 * @param retentionDays so long Azure keeps what is needed to go back; 0 when it does not say
 * @param geoRedundant true when copies are kept in the paired region too
 * @param earliest the earliest moment that can be gone back to; null when nothing is kept yet
 */
public record FlexibleServer(
    String id,
    String location,
    @Nullable String host,
    String version,
    String state,
    int retentionDays,
    boolean geoRedundant,
    @Nullable Instant earliest,
    Map<String, String> tags) {

  public FlexibleServer {
    tags = Map.copyOf(tags);
  }
}
