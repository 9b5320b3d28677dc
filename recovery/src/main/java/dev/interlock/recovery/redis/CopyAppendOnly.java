package dev.interlock.recovery.redis;

import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies an append-only file while Redis writes to it. A rewrite in between changes the list: then
 * it is copied again. A command that was only half written when it was copied is cut off; anything
 * else that redis-check-aof finds is damage.
 */
final class CopyAppendOnly {

  private static final int TRIES = 5;
  private static final Pattern GOOD_UNTIL = Pattern.compile("ok_up_to=(\\d+)");

  private final Path from;
  private final Path to;

  CopyAppendOnly(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Copies it.
   *
   * @throws IOException when it can't be copied or is damaged
   */
  AppendOnlyFiles run() throws IOException {
    @Nullable Flaw suspected = null;
    for (int i = 0; i < TRIES; i++) {
      AppendOnlyFiles files = AppendOnlyFiles.in(from);
      long safe = copied(files);
      if (safe >= 0 && AppendOnlyFiles.in(from).listed().equals(files.listed())) {
        Flaw flaw = flaw(files, safe);
        if (flaw == null) {
          return files;
        }
        if (suspected != null && flaw.isIn(suspected)) {
          throw damaged(flaw.said());
        }
        suspected = flaw;
      }
    }
    throw new IOException("Redis rewrites its append-only file again and again: try later");
  }

  /**
   * What a copy has. It is damage when another copy has it in the same place: when the first was
   * made, Redis may have been in the middle of writing a command, and the file been longer already.
   *
   * @param listed the list of the files that were copied
   * @param until how much of the last file is good; below zero when that can't be told
   */
  private record Flaw(String listed, long until, String said) {
    boolean isIn(Flaw other) {
      return until == other.until && listed.equals(other.listed);
    }
  }

  /** How long the last file was before it was copied; below zero when one went away meanwhile. */
  private long copied(AppendOnlyFiles files) throws IOException {
    Files.createDirectories(to);
    try {
      long safe = Files.size(from.resolve(files.files().getLast()));
      for (String name : files.files()) {
        Files.deleteIfExists(to.resolve(name));
        Files.copy(from.resolve(name), to.resolve(name));
      }
      Files.writeString(to.resolve(files.list()), files.listed(), StandardCharsets.UTF_8);
      return safe;
    } catch (NoSuchFileException e) {
      if (AppendOnlyFiles.in(from).listed().equals(files.listed())) {
        throw new IOException("a file of the append-only file is missing: " + e.getFile(), e);
      }
      return -1;
    }
  }

  private @Nullable Flaw flaw(AppendOnlyFiles files, long safe) throws IOException {
    String said = said(files);
    if (said.isEmpty()) {
      return null;
    }
    Path last = to.resolve(files.files().getLast());
    long until = goodUntil(said);
    if (until < safe || until >= Files.size(last)) {
      return new Flaw(files.listed(), until, said);
    }
    try (FileChannel file = FileChannel.open(last, StandardOpenOption.WRITE)) {
      file.truncate(until);
    }
    String again = said(files);
    return again.isEmpty() ? null : new Flaw(files.listed(), until, again);
  }

  private static long goodUntil(String said) {
    Matcher good = GOOD_UNTIL.matcher(said);
    long until = -1;
    while (good.find()) {
      until = Long.parseLong(good.group(1));
    }
    return until;
  }

  private static IOException damaged(String said) {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return new IOException(
        "the append-only file is damaged: "
            + String.join("; ", lines.subList(Math.max(0, lines.size() - 3), lines.size())));
  }

  /** What redis-check-aof says about the copy; empty when it is good. */
  private String said(AppendOnlyFiles files) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> words =
        List.of(RedisTool.CHECK_AOF.require(), to.resolve(files.list()).toString());
    try {
      ToolRun.Ended ended = new ToolRun(new ToolCommand(words, Map.of(), to)).run(output);
      String said = output.toString(StandardCharsets.UTF_8) + String.join("\n", ended.said());
      return ended.well() ? "" : said;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
