package dev.interlock.cli.backup;

import dev.interlock.cli.output.Prose;
import dev.interlock.evidence.Surroundings;
import dev.interlock.evidence.Surroundings.CertificateFile;
import dev.interlock.evidence.Surroundings.Certificates;
import dev.interlock.evidence.Surroundings.Keyspace;
import dev.interlock.evidence.Surroundings.Redis;
import dev.interlock.evidence.Surroundings.Repository;
import java.util.ArrayList;
import java.util.List;

/** What was saved beside a database, for people. */
final class SurroundingsReport {

  private SurroundingsReport() {}

  /** A line for each, what was not saved too. */
  static List<String> lines(Surroundings around) {
    List<String> lines = new ArrayList<>();
    around.redis().forEach(it -> lines.add(line("redis", redis(it))));
    around.repositories().forEach(it -> lines.add(line("repository", repository(it))));
    around.certificates().forEach(it -> lines.add(line("certificates", certificates(it))));
    around
        .missed()
        .forEach(it -> lines.add(line("NOT SAVED", Prose.safe(it.service() + ": " + it.why()))));
    return lines;
  }

  private static String line(String what, String text) {
    return "  %-12s %s".formatted(what, text);
  }

  private static String redis(Redis redis) {
    if (redis.parts().isEmpty()) {
      return redis.service() + ", nothing: a " + redis.role() + " can be filled again";
    }
    long lasting = redis.databases().stream().mapToLong(Keyspace::lasting).sum();
    long expiring = redis.databases().stream().mapToLong(Keyspace::expiring).sum();
    return "%s, %s, %s and %d that expire"
        .formatted(redis.service(), redis.method(), Prose.count(lasting, "lasting key"), expiring);
  }

  private static String repository(Repository repository) {
    return "%s, commit %.12s, %s"
        .formatted(
            repository.service(),
            repository.commit(),
            Prose.count(repository.references().size(), "branch or tag", "branches and tags"));
  }

  private static String certificates(Certificates certificates) {
    long all = certificates.files().stream().mapToLong(it -> it.certificates().size()).sum();
    long keys = certificates.files().stream().mapToLong(CertificateFile::keys).sum();
    return "%s, %s, %s, sealed"
        .formatted(
            certificates.service(), Prose.count(all, "certificate"), Prose.count(keys, "key"));
  }
}
