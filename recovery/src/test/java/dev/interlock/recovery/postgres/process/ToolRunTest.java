package dev.interlock.recovery.postgres.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.recovery.postgres.Awaiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolRunTest {

  @TempDir Path folder;

  @Test
  void output_code_and_last_lines_are_told() throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();

    ToolRun.Ended ended =
        shell("printf out; for i in $(seq 100); do echo line $i >&2; done; exit 3").run(output);

    assertThat(output.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("out");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.well()).isFalse();
    assertThat(ended.said()).startsWith("line 89").endsWith("line 100").hasSize(12);
  }

  @Test
  void a_program_that_is_not_there_ends_badly() throws Exception {
    assertThat(new ToolRun(new ToolCommand(List.of("/no/such/tool"), Map.of())).run().well())
        .isFalse();
  }

  @Test
  void the_tool_ends_when_nobody_takes_its_output() throws Exception {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(() -> shell("echo $$ > pid; echo x; exec sleep 1000").run(full))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(ProcessHandle.of(pid())).isEmpty();
  }

  @Test
  void the_tool_ends_when_its_caller_is_interrupted() throws Exception {
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                shell("echo $$ > pid.new; mv pid.new pid; exec sleep 1000").run();
              } catch (Throwable e) {
                thrown.complete(e);
              }
            });
    Awaiting.until(() -> Files.exists(folder.resolve("pid")), "the tool has started");

    caller.interrupt();

    assertThat(thrown.join()).isInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.of(pid())).isEmpty();
  }

  @Tag("slow")
  @Test
  void a_tool_that_does_not_listen_is_killed() throws Exception {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("disk full");
          }
        };

    assertThatThrownBy(
            () -> shell("trap '' TERM; echo $$ > pid; echo x; while :; do sleep 1; done").run(full))
        .hasMessage("disk full");
    assertThat(ProcessHandle.of(pid())).isEmpty();
  }

  @Test
  void the_tool_ends_when_this_process_is_killed() throws Exception {
    Process owner =
        ChildProgram.start(folder, "echo $$ > pid.new; mv pid.new pid; exec sleep 1000");
    Awaiting.until(() -> Files.exists(folder.resolve("pid")), "the tool has started");
    ProcessHandle tool = ProcessHandle.of(pid()).orElseThrow();

    owner.destroyForcibly().waitFor();

    Awaiting.until(() -> !Awaiting.runs(tool), "the tool has ended");
  }

  @Test
  void settings_of_postgresql_do_not_leak_in_and_passwords_are_not_shown() {
    ToolCommand command = new ToolCommand(List.of("tool"), Map.of("PGPASSWORD", "hunter2"));

    assertThat(command.builder().environment().keySet().stream().filter(n -> n.startsWith("PG")))
        .containsExactly("PGPASSWORD");
    assertThat(command.toString()).isEqualTo("tool");
  }

  @Test
  void one_that_was_killed_is_told_apart_from_one_that_failed() throws Exception {
    assertThat(shell("echo why >&2; kill -KILL $$").run().words())
        .startsWith("why\n")
        .endsWith("  " + ToolRun.KILLED);
    assertThat(shell("exit 3").run().words()).isEqualTo("it ended with code 3");
  }

  private ToolRun shell(String script) {
    return new ToolRun(new ToolCommand(List.of("/bin/sh", "-c", script), Map.of(), folder));
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }
}
