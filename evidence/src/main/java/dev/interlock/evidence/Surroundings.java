package dev.interlock.evidence;

import dev.interlock.document.Doc;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around a database and was saved with it. */
@Doc("What stands around a database and was saved with it.")
public record Surroundings(
    @Doc("Each Redis, by what it is there for.") List<Redis> redis,
    @Doc("Git repositories with configuration.") List<Repository> repositories,
    @Doc("Certificates, their keys and stores of keys.") List<Certificates> certificates,
    @Doc("What was to be saved and could not be.") List<Missed> missed) {

  public Surroundings {
    redis = List.copyOf(redis);
    repositories = List.copyOf(repositories);
    certificates = List.copyOf(certificates);
    missed = List.copyOf(missed);
  }

  /** A Redis. */
  @Doc("A Redis.")
  public record Redis(
      @Doc("The service, as the estate calls it.") String service,
      @Doc(value = "What it is there for.", example = "queue") String role,
      @Doc(value = "How it was copied; nothing of a cache is.", example = "redis-rdb")
          String method,
      @Doc(value = "Version of the server; none when nothing was copied.", example = "7.0.15")
          @Nullable String server,
      @Doc("The moment that a restore brings back; none when nothing was copied.")
          @Nullable Instant point,
      @Doc("Its databases that are not empty, by number.") List<Keyspace> databases,
      @Doc("Digest of all keys that do not expire; none when nothing was copied.")
          @Nullable String digest,
      @Doc("Names of its parts in the store.") List<String> parts) {

    public Redis {
      databases = List.copyOf(databases);
      parts = List.copyOf(parts);
    }
  }

  /** One of the numbered databases of a Redis. */
  @Doc("One of the numbered databases of a Redis.")
  public record Keyspace(
      @Doc("Its number.") int number,
      @Doc("How many keys stay until somebody removes them.") long lasting,
      @Doc("How many keys go at a time of their own.") long expiring) {}

  /** A Git repository. */
  @Doc("A Git repository.")
  public record Repository(
      @Doc("The service, as the estate calls it.") String service,
      @Doc("Name of the part with the bundle.") String part,
      @Doc("The branch that was checked out; none when none was.") @Nullable String branch,
      @Doc("The commit that was checked out.") String commit,
      @Doc("All branches, tags and other references.") List<Reference> references) {

    public Repository {
      references = List.copyOf(references);
    }
  }

  /** A reference of a Git repository. */
  @Doc("A reference of a Git repository.")
  public record Reference(
      @Doc(value = "Its name.", example = "refs/heads/main") String name,
      @Doc("The object that it names.") String object) {}

  /** Files with certificates and keys. */
  @Doc("Files with certificates and keys.")
  public record Certificates(
      @Doc("The service, as the estate calls it.") String service,
      @Doc("Name of the part that holds the files, always sealed.") String part,
      @Doc("Its files; nothing secret is told of them.") List<CertificateFile> files) {

    public Certificates {
      files = List.copyOf(files);
    }
  }

  /** What a file with certificates and keys held. */
  @Doc("What a file with certificates and keys held.")
  public record CertificateFile(
      @Doc("Its name below the folder.") String name,
      @Doc("Digests of its certificates, as they are shown by browsers (SHA-256).")
          List<String> certificates,
      @Doc("How many private keys.") int keys) {

    public CertificateFile {
      certificates = List.copyOf(certificates);
    }
  }

  /** What could not be saved. */
  @Doc("What could not be saved.")
  public record Missed(
      @Doc("The service, as the estate calls it.") String service,
      @Doc("Why, in words.") String why) {}
}
