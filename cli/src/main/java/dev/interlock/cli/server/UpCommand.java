package dev.interlock.cli.server;

import dev.interlock.cli.terminal.ExitCode;
import dev.interlock.cli.terminal.Invocation;
import dev.interlock.finding.Fault;
import dev.interlock.usecases.ActionCode;
import dev.interlock.usecases.InputRejected;
import dev.interlock.usecases.ServerOptions;
import dev.interlock.usecases.ServerStart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: the server with its console. */
@Command(
    name = "up",
    sortOptions = false,
    description = {
      "Starts the server: the console in the browser, the REST API, sign-in.",
      "",
      "Brings its own PostgreSQL unless --database-url names another, and the sample estate unless"
          + " --estate names yours. At the first start it prints the administrator's password, once."
    },
    footer = {
      "",
      "Examples:",
      "  interlock up",
      "  interlock up --estate governance/ --data /var/lib/interlock --port 8443%n"
    })
public final class UpCommand implements Callable<Integer> {

  private static final String SAMPLE = "samples";

  private final Invocation invocation;

  @Option(names = "--sample", description = "The sample estate with its changes (usual).")
  private boolean sample;

  @Option(
      names = "--estate",
      paramLabel = "DIR|URL",
      description = "The estate: a folder, or the address of a Git repository.")
  private @Nullable String estate;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = "Signed evidence, beside what the server is sent.")
  private @Nullable Path evidence;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Where it listens (usual: 8080; 0 for any that is free).")
  private int port;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "On which address; usual is this machine alone (127.0.0.1).")
  private String address = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".interlock/server",
      description = "Where it keeps database and keys (usual: .interlock/server).")
  private Path data = Path.of(".interlock/server");

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "A PostgreSQL (14 or newer) of your own: jdbc:postgresql://…")
  private @Nullable String database;

  /** Runs with these streams. */
  public UpCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    check();
    ServerStart server =
        ServerStart.find()
            .orElseThrow(() ->
                new Fault(
                    ActionCode.NO_SERVER.code(),
                    "this distribution of the program holds no server"));
    server.run(options(), this::say);
    return ExitCode.GOOD;
  }

  /** At once, because a server ends late and its first lines tell the password. */
  private void say(String line) {
    invocation.out().line(line);
    invocation.out().flush();
  }

  private void check() {
    if (sample && estate != null) {
      throw wrong(
          "--sample", "either the sample or an estate of your own", "leave one of them out");
    }
    if (port < 0 || port > 65_535) {
      throw wrong("--port", port + " is no port", "expected 0 to 65535");
    }
  }

  private ServerOptions options() {
    if (estate != null) {
      return new ServerOptions(estate, null, evidence, port, address, data, database, false);
    }
    Path samples = Path.of(invocation.env().getOrDefault("INTERLOCK_HOME", ".")).resolve(SAMPLE);
    return new ServerOptions(
        samples.resolve("estate").toString(),
        samples.resolve("changes"),
        evidence == null ? samples.resolve("evidence") : evidence,
        port,
        address,
        data,
        database,
        true);
  }

  private static InputRejected wrong(String option, String message, String hint) {
    return new InputRejected(ActionCode.BAD_OPTION.code(), option, message, hint);
  }
}
