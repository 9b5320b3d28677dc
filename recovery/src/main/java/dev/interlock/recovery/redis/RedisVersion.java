package dev.interlock.recovery.redis;

import dev.interlock.finding.Fault;
import dev.interlock.recovery.RecoveryCode;
import dev.interlock.recovery.postgres.process.ToolCommand;
import dev.interlock.recovery.postgres.process.ToolRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which version of Redis is here: an older one can't load what a newer one wrote. */
final class RedisVersion {

  private static final Pattern NUMBERS = Pattern.compile("(?:v=)?(\\d+)\\.(\\d+)(?:\\.\\d+)?");

  /** The oldest with the append-only file as a folder. */
  private static final int OLDEST = 7;

  private RedisVersion() {}

  /**
   * Looks whether what a server of this version wrote can be loaded here.
   *
   * @throws Fault TOOL_TOO_OLD when it can't, NO_TOOL when there is no Redis
   * @throws IOException when nobody can tell
   */
  static void requireHere(String server) throws IOException {
    String here = here();
    if (number(here) < OLDEST * 1000L || number(here) < number(server)) {
      throw new Fault(
          RecoveryCode.TOOL_TOO_OLD.code(),
          "the Redis on this machine is "
              + here
              + ": it must be at least "
              + OLDEST
              + ".0, and no older than the server, which is "
              + server);
    }
  }

  /** The version on this machine. */
  static String here() throws IOException {
    List<String> words = List.of(RedisTool.SERVER.require(), "--version");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try {
      new ToolRun(new ToolCommand(words, Map.of())).run(output);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    Matcher version = Pattern.compile("v=(\\S+)").matcher(output.toString(StandardCharsets.UTF_8));
    if (!version.find()) {
      throw new IOException("the Redis on this machine does not tell its version");
    }
    return version.group(1);
  }

  /** Thousands for the first number, ones for the second. */
  private static long number(String version) throws IOException {
    Matcher numbers = NUMBERS.matcher(version);
    if (!numbers.lookingAt()) {
      throw new IOException("a Redis tells no version: \"" + version + "\"");
    }
    return Long.parseLong(numbers.group(1)) * 1000 + Long.parseLong(numbers.group(2));
  }
}
