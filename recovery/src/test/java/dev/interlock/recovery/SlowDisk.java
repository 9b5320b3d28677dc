package dev.interlock.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Makes each write of the servers of drills wait, as a slow disk does: strace holds it up. */
final class SlowDisk implements AutoCloseable {

  private final Path places;
  private final Path logs;
  private final int micros;
  private final Map<Long, Process> tracers = new HashMap<>();
  private final CompletableFuture<Void> watch;
  private volatile boolean closed;

  private SlowDisk(Path places, Path logs, int micros) {
    this.places = places;
    this.logs = logs;
    this.micros = micros;
    this.watch = CompletableFuture.runAsync(this::run, Thread.ofPlatform().daemon()::start);
  }

  /**
   * From now on; the calling test is skipped by name where nothing can be traced.
   *
   * @param micros so long each write waits
   */
  static SlowDisk in(Path places, Path logs, int micros) throws Exception {
    Programs.require("strace");
    Process tried =
        new ProcessBuilder(
                "strace", "-qq", "-o", "/dev/null", "-e", "inject=fsync:delay_exit=1", "true")
            .redirectErrorStream(true)
            .start();
    Assumptions.assumeTrue(tried.waitFor() == 0, "skipped: strace may not hold up calls here");
    return new SlowDisk(places, Files.createDirectories(logs), micros);
  }

  private void run() {
    try {
      while (!closed) {
        for (ProcessHandle server : DrillServers.in(places, _ -> true)) {
          if (!tracers.containsKey(server.pid()) && !isForked(server)) {
            tracers.put(server.pid(), slowed(server.pid()));
          }
        }
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The tracer of its parent follows it. */
  private boolean isForked(ProcessHandle server) {
    return server.parent().filter(it -> tracers.containsKey(it.pid())).isPresent();
  }

  private Process slowed(long pid) throws IOException {
    return new ProcessBuilder(
            "strace",
            "-f",
            "-qq",
            "-o",
            logs.resolve(Long.toString(pid)).toString(),
            "-e",
            "trace=pwrite64,pwritev,fsync,fdatasync",
            "-e",
            "inject=pwrite64,pwritev,fsync,fdatasync:delay_exit=" + micros,
            "-p",
            Long.toString(pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** How many writes had to wait. */
  long held() throws IOException {
    long held = 0;
    List<Path> files;
    try (Stream<Path> all = Files.list(logs)) {
      files = new ArrayList<>(all.toList());
    }
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        held += lines.filter(it -> it.contains("(DELAYED)")).count();
      }
    }
    return held;
  }

  /** No longer; a tracer ends with what it traces, or lets it go. */
  @Override
  public void close() {
    closed = true;
    watch.join();
    tracers.values().forEach(Process::destroy);
    tracers.values().forEach(it -> it.onExit().join());
  }
}
