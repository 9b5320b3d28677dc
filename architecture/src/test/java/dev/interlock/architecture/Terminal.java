package dev.interlock.architecture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Assumptions;

/** Somebody at a terminal: types an answer whenever the program waits at a prompt. */
final class Terminal {

  /** The key that says that there is no more to say. */
  static final String CTRL_D = "\u0004";

  private static final Path SCRIPT = Path.of("/usr/bin/script");
  private static final byte[] PROMPT = {'\n', '>', ' '};

  private Terminal() {}

  /** Skips the test where there is no terminal to be had. */
  static void require() {
    Assumptions.assumeTrue(
        Files.isExecutable(SCRIPT), "script (of util-linux) is needed for a terminal");
  }

  /**
   * Runs a command on a terminal of its own. After the last answer Ctrl-D is pressed.
   *
   * @param answers what is typed at each prompt; {@link #CTRL_D} is pressed, all else ends with
   *     Enter
   */
  static Program.Ended run(
      Path folder, Map<String, String> env, String command, List<String> answers) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(SCRIPT.toString(), "-qefc", command, "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().putAll(env);
    builder.environment().put("SHELL", "/bin/sh");
    Process process = builder.start();
    String shown = converse(process, new ArrayDeque<>(answers));
    return new Program.Ended(process.waitFor(), shown, "");
  }

  private static String converse(Process process, Queue<String> answers) throws IOException {
    byte[] last = new byte[PROMPT.length];
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    InputStream out = process.getInputStream();
    for (int next = out.read(); next >= 0; next = out.read()) {
      shown.write(next);
      System.arraycopy(last, 1, last, 0, last.length - 1);
      last[last.length - 1] = (byte) next;
      if (Arrays.equals(last, PROMPT)) {
        type(process, answers.isEmpty() ? CTRL_D : answers.remove());
      }
    }
    return shown.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  private static void type(Process process, String answer) throws IOException {
    String keys = answer.equals(CTRL_D) ? answer : answer + "\n";
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }
}
