package dev.interlock.recovery.drill;

import dev.interlock.evidence.Drill.Checked;
import dev.interlock.evidence.Drill.Outcome;
import dev.interlock.recovery.OdooBoot;
import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.boot.BootedOdoo;
import dev.interlock.recovery.business.DocumentProbe;
import dev.interlock.recovery.postgres.PostgresAddress;
import dev.interlock.recovery.postgres.drill.DrillFolder;
import dev.interlock.recovery.postgres.drill.DrillProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Starts the company's Odoo on what was restored and cut off from the world, and asks it for the
 * work of each process. What it wrote is shown to whoever runs the drill, and is no evidence.
 */
public final class Booting {

  private final OdooBoot boot;
  private final DrillFolder folder;
  private final PostgresAddress database;
  private final Restoration restored;

  /** Starts nothing yet. */
  public Booting(OdooBoot boot, DrillFolder folder, Restoration restored) {
    this.boot = boot;
    this.folder = folder;
    this.database = restored.address();
    this.restored = restored;
  }

  /**
   * Boots, asks, and ends it.
   *
   * @param keep is shown what was found
   * @param proven is told whether a process that must work in Odoo does, as soon as that is known
   */
  void run(
      Stages stages,
      Consumer<Checked> keep,
      List<ProcessProof> processes,
      BiConsumer<ProcessProof, Checked> proven) {
    boolean[] failed = {false};
    Consumer<Checked> noted =
        result -> {
          failed[0] |= result.outcome() != Outcome.PASS;
          keep.accept(result);
        };
    try (Up up = stages.run("boot", () -> up(noted))) {
      stages.run(
          "work",
          () -> {
            ask(new Works(up.odoo(), noted), up.lets(), processes, proven);
            return up;
          });
      if (failed[0]) {
        boot.said().accept(withoutSecrets(up.program().said()));
      }
    }
  }

  /** One that was started; whether it lets people in. */
  private record Up(DrillProgram program, BootedOdoo odoo, boolean lets) implements AutoCloseable {

    @Override
    public void close() {
      odoo.close();
      program.close();
    }
  }

  /** What fails here is ended with the folder of the drill. */
  private Up up(Consumer<Checked> keep) {
    int port = freePort();
    DrillProgram program = start(port);
    keep.accept(ReachesNobody.program(program.isolation()));
    BootedOdoo odoo = new BootedOdoo(boot, program, restored.odoo(), program.reachedAt(port));
    boolean lets = kept(odoo.up(), keep) && kept(odoo.letsIn(database.database()), keep);
    return new Up(program, odoo, lets);
  }

  private void ask(
      Works works,
      boolean in,
      List<ProcessProof> processes,
      BiConsumer<ProcessProof, Checked> proven) {
    processes.stream()
        .sorted(Comparator.comparing(ProcessProof::inOdoo).reversed())
        .forEach(process -> {
          Checked result = in ? works.of(process) : Works.NOT_UP;
          if (process.inOdoo()) {
            proven.accept(process, result);
          }
        });
    if (in) {
      works.rest(boot);
    }
  }

  /** What was asked of Odoo, each once. */
  private record Works(BootedOdoo odoo, Consumer<Checked> keep, Map<String, Boolean> known) {

    static final Checked NOT_UP =
        Checked.fail("", "Odoo does not come up on what was restored", Map.of());

    Works(BootedOdoo odoo, Consumer<Checked> keep) {
      this(odoo, keep, new LinkedHashMap<>());
    }

    Checked of(ProcessProof process) {
      List<String> failed =
          process.probes().stream().filter(it -> !works(it)).map(ProcessProbe::process).toList();
      return failed.isEmpty()
          ? Checked.pass("", "its work can be read in Odoo", Map.of())
          : Checked.fail("", "Odoo does not give the work: " + String.join(", ", failed), Map.of());
    }

    private boolean works(ProcessProbe probe) {
      return known.computeIfAbsent(probe.process(), _ -> kept(asked(probe), keep));
    }

    private Checked asked(ProcessProbe probe) {
      return probe instanceof DocumentProbe documents
          ? odoo.document(documents.process(), documents.model())
          : odoo.file();
    }

    /** Files are asked for in any case. */
    void rest(OdooBoot boot) {
      known.computeIfAbsent("files", _ -> kept(odoo.file(), keep));
      boot.requests().forEach(request -> keep.accept(odoo.request(request)));
    }
  }

  private static boolean kept(Checked result, Consumer<Checked> keep) {
    keep.accept(result);
    return result.outcome() == Outcome.PASS;
  }

  /** Odoo finds its database as all programs do that use PostgreSQL's own library. */
  private DrillProgram start(int port) {
    Path work = DrillProgram.workIn(folder);
    linkFiles(work);
    Map<String, String> environment = new LinkedHashMap<>(database.environment());
    environment.put("ODOO_DATA_DIR", work.toString());
    environment.put("ODOO_HTTP_INTERFACE", "127.0.0.1");
    environment.put("ODOO_HTTP_PORT", Integer.toString(port));
    return DrillProgram.start(folder, boot.program(), work, environment);
  }

  /** Odoo looks for files in a folder with the name of the database, and writes there too. */
  private void linkFiles(Path work) {
    Path files = restored.odoo().filestore();
    Path link = work.resolve("filestore").resolve(database.database()).normalize();
    if (files == null || !link.startsWith(work.resolve("filestore"))) {
      return;
    }
    try {
      Files.createDirectories(link.getParent());
      Files.createSymbolicLink(link, files);
    } catch (IOException e) {
      throw PlaceOfDrill.failed("Odoo can't be given its files: " + e.getMessage(), e);
    }
    DrillProgram.give(folder, files);
    DrillProgram.give(folder, work);
  }

  private List<String> withoutSecrets(List<String> lines) {
    String password = database.password();
    return password == null
        ? lines
        : lines.stream().map(line -> line.replace(password, "…")).toList();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw PlaceOfDrill.failed("there is no free port", e);
    }
  }
}
