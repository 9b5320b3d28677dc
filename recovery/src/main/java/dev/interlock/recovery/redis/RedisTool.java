package dev.interlock.recovery.redis;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs of Redis on this machine. */
public enum RedisTool {
  /** Talks to a server, and takes a snapshot from it. */
  CLI("redis-cli"),
  /** The server. */
  SERVER("redis-server"),
  /** Reads an append-only file without a server. */
  CHECK_AOF("redis-check-aof");

  private final String program;

  RedisTool(String program) {
    this.program = program;
  }

  /** Where it is; empty when it is not on the path. */
  public Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder).resolve(program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Where it is.
   *
   * @throws Fault NO_TOOL when it is not on the path
   */
  public String require() {
    return find()
        .map(Path::toString)
        .orElseThrow(() ->
            new Fault(
                RecoveryCode.NO_TOOL.code(),
                program + " is not on this machine; Debian: apt-get install redis-server"));
  }
}
