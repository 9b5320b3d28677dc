package dev.interlock.server.console;

import dev.interlock.changes.Submission;
import dev.interlock.ledger.Bytes;
import dev.interlock.usecases.ComposeChange;
import dev.interlock.usecases.ComposeChange.Filled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody filled in. Whatever was left out is null.
 *
 * @param artifacts digests, one in each line
 * @param hours how long it takes, as ISO 8601
 * @param steps of the way back, one in each line
 * @param manifests files that the change brings in
 */
public record ChangeForm(
    @Nullable String name,
    @Nullable String title,
    @Nullable String kind,
    @Nullable String environment,
    @Nullable List<String> services,
    @Nullable String artifacts,
    @Nullable String reason,
    @Nullable String executor,
    @Nullable String template,
    @Nullable String incident,
    @Nullable String hours,
    @Nullable String notBefore,
    @Nullable Boolean destructive,
    @Nullable String steps,
    @Nullable String back,
    @Nullable Boolean needsRestore,
    @Nullable List<MultipartFile> manifests) {

  /** An empty form. */
  static final ChangeForm EMPTY =
      new ChangeForm(
          null, null, null, null, null, null, null, null, null, null, "PT1H", null, null, null,
          "PT30M", null, null);

  private static final int LONGEST_NAME = 63;

  /** Null as the empty text, for fields. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** True when the service is chosen. */
  public boolean touches(String service) {
    return services != null && services.contains(service);
  }

  /** The change as it would be filed. */
  Submission submission(String requester) {
    return ComposeChange.of(filled(requester), files());
  }

  private Filled filled(String requester) {
    return new Filled(
        text(name).isBlank() ? derivedName() : text(name),
        text(title),
        text(kind),
        text(environment),
        services == null ? List.of() : services,
        lines(artifacts),
        text(reason),
        requester,
        executor,
        template,
        incident,
        hours,
        notBefore,
        Boolean.TRUE.equals(destructive),
        lines(steps),
        back,
        Boolean.TRUE.equals(needsRestore));
  }

  /** A name from the title, where none is given. */
  private String derivedName() {
    String plain =
        text(title)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    return cut.replaceAll("[-.]+$", "");
  }

  private static List<String> lines(@Nullable String text) {
    return text(text).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private SortedMap<String, Bytes> files() {
    SortedMap<String, Bytes> files = new TreeMap<>();
    for (MultipartFile file : manifests == null ? List.<MultipartFile>of() : manifests) {
      String path = file.getOriginalFilename();
      if (path != null && !path.isBlank()) {
        files.put(path.replace('\\', '/'), content(file));
      }
    }
    return files;
  }

  private static Bytes content(MultipartFile file) {
    try {
      return Bytes.of(file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
