package dev.interlock.usecases;

import dev.interlock.estate.BootProof;
import dev.interlock.recovery.OdooBoot;
import dev.interlock.recovery.OdooRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program that boots the company's Odoo, which the machine names, and what Odoo is asked then,
 * which the estate says.
 */
final class BootedProgram {

  private BootedProgram() {}

  /**
   * Requires that it can be run.
   *
   * @throws InputRejected when it is not there or no program
   */
  static void require(@Nullable Path program) {
    if (program != null && !(Files.isRegularFile(program) && Files.isExecutable(program))) {
      throw new InputRejected(
          ActionCode.BAD_OPTION.code(),
          "--boot",
          program + " is no program that can be run",
          "name an executable file, such as a script that starts Odoo");
    }
  }

  /**
   * What is booted.
   *
   * @param program null for none
   * @param proof null when the estate says nothing: then all is as usual
   * @param told is told what the program said when it fails
   */
  static @Nullable OdooBoot of(
      @Nullable Path program, @Nullable BootProof proof, Consumer<List<String>> told) {
    if (program == null) {
      return null;
    }
    return new OdooBoot(
        program.toAbsolutePath(),
        proof == null
            ? OdooBoot.HEALTH
            : Objects.requireNonNullElse(proof.health(), OdooBoot.HEALTH),
        timeout(proof),
        proof == null ? null : proof.login(),
        proof == null ? List.of() : proof.requests().stream().map(BootedProgram::request).toList(),
        lines -> told.accept(words(lines)));
  }

  private static Duration timeout(@Nullable BootProof proof) {
    return proof == null
        ? OdooBoot.TIMEOUT
        : Objects.requireNonNullElse(proof.timeout(), OdooBoot.TIMEOUT);
  }

  private static OdooRequest request(BootProof.Request request) {
    return new OdooRequest(request.name(), request.path(), request.body(), request.contains());
  }

  private static List<String> words(List<String> lines) {
    return lines.isEmpty()
        ? List.of("the booted program said nothing")
        : Stream.concat(Stream.of("the booted program said last:"), lines.stream()).toList();
  }
}
