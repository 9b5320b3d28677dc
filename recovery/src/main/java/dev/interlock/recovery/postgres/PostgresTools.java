package dev.interlock.recovery.postgres;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tools of PostgreSQL on this machine. Several versions may be there, and not all tools in
 * each: every tool is looked for by itself.
 */
public final class PostgresTools {

  private final @Nullable Path preferred;
  private final List<Path> folders;
  private final Map<Path, Optional<PostgresVersion>> versions = new ConcurrentHashMap<>();

  /** Looks in the preferred folder, if one is named, and then in the others. */
  PostgresTools(@Nullable Path preferred, List<Path> folders) {
    this.preferred = preferred;
    this.folders = List.copyOf(folders);
  }

  /** Where distributions put them, and on the path. */
  public static PostgresTools here() {
    return new PostgresTools(null, ToolFolders.here());
  }

  /** As {@link #here()}, but what is in this folder and recent enough comes first. */
  public static PostgresTools preferring(Path folder) {
    return new PostgresTools(folder, ToolFolders.here());
  }

  /** A tool that is there. */
  public record Found(Tool tool, Path path, PostgresVersion version) {}

  /**
   * The newest.
   *
   * @throws Fault NO_TOOL when there is none
   */
  public Found require(Tool tool) {
    return found(tool).stream()
        .max(comparing(this::isPreferred).thenComparingInt(found -> found.version().major()))
        .orElseThrow(() -> none(tool, null));
  }

  /**
   * One that understands a server of this major version: of the same version if there is one, else
   * the next newer, since what a much newer one writes may be too new for that server.
   *
   * @param whose what has that version, for the message, such as {@code "the server"}
   * @throws Fault NO_TOOL when there is none, TOOL_TOO_OLD when all are older
   */
  public Found require(Tool tool, int major, String whose) {
    List<Found> all = found(tool);
    return all.stream()
        .filter(found -> found.version().major() >= major)
        .min(nearest())
        .orElseThrow(() -> all.isEmpty() ? none(tool, major) : tooOld(all, major, whose));
  }

  /**
   * One of exactly this major version: what a server has on its disk is read by no other.
   *
   * @param whose what has that version, for the message, such as {@code "the server"}
   * @throws Fault NO_TOOL when there is none
   */
  public Found requireSame(Tool tool, int major, String whose) {
    return found(tool).stream()
        .filter(found -> found.version().major() == major)
        .max(comparing(this::isPreferred))
        .orElseThrow(() ->
            new Fault(
                RecoveryCode.NO_TOOL.code(),
                tool.program()
                    + " of PostgreSQL "
                    + major
                    + " is not on this machine, and no other version reads the data of "
                    + whose
                    + "; install it (on Debian and Ubuntu: apt install "
                    + tool.debianPackage()
                    + "-"
                    + major
                    + ")"));
  }

  private Comparator<Found> nearest() {
    return comparing((Found found) -> !isPreferred(found))
        .thenComparing(comparingInt(found -> found.version().major()));
  }

  private boolean isPreferred(Found found) {
    return preferred != null && found.path().startsWith(preferred);
  }

  private List<Found> found(Tool tool) {
    return ToolFolders.with(preferred, folders).stream()
        .map(folder -> folder.resolve(tool.program()))
        .filter(Files::isExecutable)
        .flatMap(path -> version(path).map(v -> new Found(tool, path, v)).stream())
        .toList();
  }

  private Optional<PostgresVersion> version(Path program) {
    return versions.computeIfAbsent(program, PostgresTools::ask);
  }

  /** A program that does not say its version is none of PostgreSQL's. */
  private static Optional<PostgresVersion> ask(Path program) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      new ToolRun(new ToolCommand(List.of(program.toString(), "--version"), Map.of())).run(answer);
      return PostgresVersion.toldBy(answer.toString(StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Fault none(Tool tool, @Nullable Integer major) {
    String brought = tool.debianPackage() + (major == null ? "" : "-" + major);
    return new Fault(
        RecoveryCode.NO_TOOL.code(),
        tool.program()
            + " of PostgreSQL is not on this machine; install it (on Debian and Ubuntu: apt install "
            + brought
            + "), or name the folder it lies in");
  }

  private static Fault tooOld(List<Found> all, int major, String whose) {
    Found newest = all.stream().max(comparingInt(f -> f.version().major())).orElseThrow();
    return new Fault(
        RecoveryCode.TOOL_TOO_OLD.code(),
        newest.tool().program()
            + " "
            + newest.version()
            + " ("
            + newest.path()
            + ") is older than "
            + whose
            + ", which is PostgreSQL "
            + major
            + "; install "
            + newest.tool().debianPackage()
            + "-"
            + major
            + " or newer");
  }
}
