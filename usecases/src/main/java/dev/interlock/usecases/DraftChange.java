package dev.interlock.usecases;

import dev.interlock.document.DocumentHeader;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.Kind;
import dev.interlock.usecases.drafting.ChangeTemplate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Begins a change: a commented file that can be put to the gate at once. Without a way back, which
 * it leaves open, the gate does not let it go.
 */
public final class DraftChange {

  private static final Pattern NAME = Pattern.compile(DocumentHeader.NAME_PATTERN);

  /**
   * What to begin.
   *
   * @param name of the change
   * @param estate folder of the estate that tells environments, services and persons, or null
   * @param environment it alters; null takes production
   */
  public record Request(String name, @Nullable Path estate, @Nullable String environment) {}

  /**
   * The text of the file.
   *
   * @throws InputRejected with everything that is wrong with the name, the estate or the
   *     environment
   */
  public String text(Request request) {
    String name = request.name();
    if (!NAME.matcher(name).matches() || name.length() > DocumentHeader.NAME_MAX) {
      throw new InputRejected(
          ActionCode.BAD_CONTROL_NAME.code(),
          name,
          "this cannot be a name: expected a-z, 0-9, - and ., at most 63 characters",
          "say what is done, such as warehouse-modules-2026.12");
    }
    Path folder = request.estate();
    Estate estate = folder == null ? new Estate(List.of()) : DecideChange.estate(folder).estate();
    String environment = environment(request, estate);
    return ChangeTemplate.of(
        name,
        environment,
        estate.names(Kind.ENVIRONMENT),
        estate.find(Environment.class, environment).map(Environment::services).orElse(List.of()),
        estate.names(Kind.PERSON));
  }

  /**
   * Writes the text into a new file, and its folder where there is none.
   *
   * @throws InputRejected also when the file exists
   */
  public void write(Request request, Path out) {
    NewFile.require(out);
    NewFile.write(out, text(request).getBytes(StandardCharsets.UTF_8));
  }

  private static String environment(Request request, Estate estate) {
    String named = request.environment();
    return named == null || request.estate() == null
        ? (named == null ? DraftEvidence.usual(estate) : named)
        : DraftEvidence.known(named, estate);
  }
}
