package dev.interlock.server.api;

import dev.interlock.changes.Submission;
import dev.interlock.server.ServerCode;
import dev.interlock.usecases.InputRejected;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change and its files that somebody sends.
 *
 * @param document path of the change document among them
 * @param files text by path, with forward slashes
 * @param base64 what is no text, in base64 by path
 */
public record FilesBody(
    @Nullable String document,
    @Nullable Map<String, String> files,
    @Nullable Map<String, String> base64) {

  public FilesBody {
    BadBody.requireValues("files", files);
    BadBody.requireValues("base64", base64);
  }

  /** The change. */
  Submission submission() {
    if (document == null) {
      throw new InputRejected(
          ServerCode.NO_DOCUMENT.code(),
          "document",
          "the path of the change document is missing",
          "name it");
    }
    return new Submission(document, SentFiles.contents(files, base64));
  }
}
