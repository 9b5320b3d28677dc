package dev.interlock.cli.backup;

import dev.interlock.cli.options.InputFile;
import dev.interlock.usecases.RunBackup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is saved beside a database, each by the name of its service in the estate. */
public final class SurroundingsOption {

  @Option(
      names = "--redis",
      paramLabel = "SERVICE=URL",
      description =
          "A Redis, as redis://host:port, rediss:// with TLS, or unix:/socket; may be repeated. Its"
              + " role in the estate says whether it is saved.")
  private Map<String, String> redis = new LinkedHashMap<>();

  @Option(
      names = "--redis-aof",
      paramLabel = "SERVICE=DIR",
      description = "Its folder with the append-only file, where its plan says redis-aof.")
  private Map<String, Path> appendOnly = new LinkedHashMap<>();

  @Option(
      names = "--redis-password-file",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "File with the password of Redis in its first line.")
  private @Nullable Path redisPassword;

  @Option(
      names = "--repository",
      paramLabel = "SERVICE=DIR",
      description = "A Git repository with the service's configuration; may be repeated.")
  private Map<String, Path> repositories = new LinkedHashMap<>();

  @Option(
      names = "--certificates",
      paramLabel = "SERVICE=PATH",
      description =
          "A file or folder with certificates and keys (PEM, DER, PKCS#12, JKS); needs --seal-key.")
  private Map<String, Path> certificates = new LinkedHashMap<>();

  @Option(
      names = "--keystore-password-file",
      paramLabel = "FILE",
      converter = InputFile.class,
      description = "File with the password of stores of keys in its first line.")
  private @Nullable Path keystorePassword;

  /** As they were named. */
  RunBackup.Surroundings named() {
    return new RunBackup.Surroundings(
        redis, appendOnly, redisPassword, repositories, certificates, keystorePassword);
  }
}
