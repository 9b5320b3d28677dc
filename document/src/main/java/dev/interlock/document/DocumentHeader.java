package dev.interlock.document;

import dev.interlock.finding.SourceRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the {@code spec} of every document of ours: {@code apiVersion}, {@code kind}
 * and {@code metadata}. Read with {@link RecordBinder#header}.
 *
 * @param whole false when something is wrong with it, which only a draft may be
 * @param kind as written
 * @param name 1 to 63 characters a-z, 0-9, - and ., beginning and ending with a letter or digit; of
 *     a draft whatever is written, and {@link #NO_NAME} when nothing is
 * @param labels for people and selection
 * @param annotations notes of tools
 * @param spec what is under {@code spec}; an empty mapping when there is none
 * @param source where the document begins
 * @param nameSource where the name stands
 */
public record DocumentHeader(
    boolean whole,
    String kind,
    String name,
    Map<String, String> labels,
    Map<String, String> annotations,
    Node spec,
    SourceRef source,
    SourceRef nameSource) {

  /** The apiVersion of all our documents. */
  public static final String API_VERSION = "interlock.dev/v1";

  /** What a draft without a name is called. */
  public static final String NO_NAME = "?";

  /** The pattern of names, as a JSON Schema writes it; the length is checked apart. */
  public static final String NAME_PATTERN = "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$";

  /** The longest name. */
  public static final int NAME_MAX = 63;

  /** The kind of a document of ours, judged by its apiVersion; null for everybody else's. */
  public static @Nullable String kindOf(Document document) {
    if (!(document.root() instanceof MappingNode root)) {
      return null;
    }
    String version = root.text("apiVersion");
    boolean ours = version != null && version.startsWith("interlock.dev/");
    return ours ? root.text("kind") : null;
  }
}
