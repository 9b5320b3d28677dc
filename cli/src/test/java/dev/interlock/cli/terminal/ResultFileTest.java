package dev.interlock.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interlock.cli.CliRun;
import dev.interlock.finding.Fault;
import dev.interlock.goldens.Checkout;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void a_new_file_has_the_permissions_of_new_files() throws IOException {
    Path usual = Files.writeString(folder.resolve("usual"), "");
    ResultFile.write(folder.resolve("new"), out -> out.write("report"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("new")))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @Test
  void a_replaced_file_keeps_its_permissions() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
    ResultFile.write(file, out -> out.write("after"));
    assertThat(file).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r-x");
  }

  @Test
  void a_link_stays_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    ResultFile.write(link, out -> out.write("after"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after");
  }

  @Test
  void nothing_but_a_regular_file_is_replaced() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path socket = folder.resolve("socket");
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), socket);
    for (Path place : List.of(empty, socket, link)) {
      assertThatThrownBy(() -> ResultFile.write(place, out -> out.write("report")))
          .isInstanceOf(Fault.class);
    }
    assertThat(empty).isEmptyDirectory();
    assertThat(Files.isRegularFile(socket)).isFalse();
    assertThat(link).isSymbolicLink();
  }

  @Test
  void a_failure_leaves_what_was_there() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "before");
    assertThatThrownBy(() ->
            ResultFile.write(
                file,
                out -> {
                  out.write("half");
                  throw new IllegalStateException("interrupted");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(file).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void check_refuses_a_folder_as_output() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CliRun run =
        CliRun.of(
            "check",
            Checkout.samples().resolve("manifests/database").toString(),
            "--output",
            empty.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("is a folder: expected a file");
    assertThat(empty).isEmptyDirectory();
  }
}
