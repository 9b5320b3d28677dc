package dev.interlock.recovery.postgres.process;

import dev.interlock.goldens.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program of its own that runs a script of the shell and can be killed meanwhile. */
final class ChildProgram {

  private ChildProgram() {}

  static Process start(Path folder, String script) throws IOException {
    return JavaProgram.of(ChildProgram.class, folder, script)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The folder to work in, and the script. */
  public static void main(String[] args) throws Exception {
    new ToolRun(new ToolCommand(List.of("/bin/sh", "-c", args[1]), Map.of(), Path.of(args[0])))
        .run();
  }
}
