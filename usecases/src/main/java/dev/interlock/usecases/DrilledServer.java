package dev.interlock.usecases;

import dev.interlock.azure.FlexibleServer;
import dev.interlock.azure.FlexibleServers;
import dev.interlock.finding.Fault;
import dev.interlock.recovery.ServerDrill;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The server that Azure makes for a drill, and what is left of those of drills that were killed. It
 * says by a tag until when it is needed, so that nobody pays for one that was forgotten.
 */
final class DrilledServer {

  private static final String TAG = "interlock-drill-until";
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final FlexibleServers servers;
  private final FlexibleServer source;
  private final InstantSource clock;

  DrilledServer(FlexibleServers servers, FlexibleServer source, InstantSource clock) {
    this.servers = servers;
    this.source = source;
    this.clock = clock;
  }

  /**
   * Removes what drills that were killed left beside the source.
   *
   * @return what was removed, in words
   */
  List<String> sweep() {
    List<String> removed = new ArrayList<>();
    for (FlexibleServer server : servers.beside(source.id())) {
      if (isForgotten(server)) {
        servers.delete(server.id());
        removed.add("removed " + server.id() + ", left by a drill that was cut off");
      }
    }
    return removed;
  }

  private boolean isForgotten(FlexibleServer server) {
    String until = server.tags().get(TAG);
    try {
      return until != null && Instant.parse(until).isBefore(clock.instant());
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * Lets Azure make it.
   *
   * @param point the moment that it goes back to
   * @param database the URL, with {@code {server}} in place of the host
   */
  ServerDrill.Restored restore(Instant point, String database) {
    Instant now = clock.instant();
    String name = "interlock-drill-" + NAME.format(now);
    FlexibleServer made = made(point, name, Map.of(TAG, now.plus(LONGEST).toString()));
    String url = database.replace(DrillFlexibleServer.SERVER, String.valueOf(made.host()));
    return new ServerDrill.Restored() {
      @Override
      public String database() {
        return url;
      }

      @Override
      public void close() {
        servers.delete(made.id());
      }
    };
  }

  /** One that was given up may be there in part. */
  private FlexibleServer made(Instant point, String name, Map<String, String> tags) {
    try {
      return servers.restore(source.id(), point, name, tags);
    } catch (Fault failed) {
      try {
        servers.delete(source.id().substring(0, source.id().lastIndexOf('/') + 1) + name);
      } catch (Fault e) {
        failed.addSuppressed(e);
      }
      throw failed;
    }
  }
}
