package dev.interlock.recovery.redis;

import dev.interlock.evidence.Surroundings.Keyspace;
import java.util.List;

/**
 * What a Redis holds that was loaded from a copy.
 *
 * @param databases those that are not empty, by number
 * @param digest of all keys that do not expire, whatever their order
 */
record RedisContent(List<Keyspace> databases, String digest) {

  RedisContent {
    databases = List.copyOf(databases);
  }

  long keys() {
    return databases.stream().mapToLong(it -> it.lasting() + it.expiring()).sum();
  }
}
