package dev.interlock.recovery;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is saved beside a database.
 *
 * @param redis each Redis
 * @param repositories Git repositories with configuration
 * @param certificates files with certificates and keys
 */
public record SurroundingSources(
    List<RedisSource> redis,
    List<RepositorySource> repositories,
    List<CertificateSource> certificates) {

  /** Nothing. */
  public static final SurroundingSources NONE =
      new SurroundingSources(List.of(), List.of(), List.of());

  public SurroundingSources {
    redis = List.copyOf(redis);
    repositories = List.copyOf(repositories);
    certificates = List.copyOf(certificates);
  }

  /** True when nothing is to be saved. */
  public boolean isEmpty() {
    return redis.isEmpty() && repositories.isEmpty() && certificates.isEmpty();
  }

  /**
   * A Redis.
   *
   * @param service as the estate calls it
   * @param role what it is there for, such as {@code queue}
   * @param kept false for a cache, of which nothing is saved
   * @param address {@code redis://[user@]host[:port]}, {@code rediss://…} with TLS, or {@code
   *     unix:/path/of/socket}; without a password
   * @param password null when it needs none
   * @param appendOnly its folder with the append-only file; null to ask it for a snapshot
   */
  public record RedisSource(
      String service,
      String role,
      boolean kept,
      URI address,
      @Nullable String password,
      @Nullable Path appendOnly) {

    /** Without the password. */
    @Override
    public String toString() {
      return "RedisSource[" + service + ", " + role + ", " + address + "]";
    }
  }

  /**
   * A Git repository.
   *
   * @param service as the estate calls it
   * @param folder the repository, with or without files checked out
   */
  public record RepositorySource(String service, Path folder) {}

  /**
   * Certificates and keys.
   *
   * @param service as the estate calls it
   * @param path a file, or a folder with all that lies in it
   * @param password of its stores of keys; null when none is known
   */
  public record CertificateSource(String service, Path path, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "CertificateSource[" + service + ", " + path + "]";
    }
  }
}
