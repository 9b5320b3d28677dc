package dev.interlock.usecases;

import dev.interlock.finding.Diagnostic;
import java.util.List;

/**
 * A file or folder that somebody elsewhere wants checked.
 *
 * @param name what the user calls it
 * @param path under which it is sent; one that ends with a slash is a folder
 * @param others how many files of other kinds the folder holds that are not sent
 * @param unread what could not be read there
 */
public record SentInput(String name, String path, long others, List<Diagnostic> unread) {

  public SentInput {
    unread = List.copyOf(unread);
  }

  boolean isFolder() {
    return path.endsWith("/");
  }

  /** True when a file that is sent is this input, or lies in it. */
  boolean covers(String file) {
    return isFolder() ? file.startsWith(path) : file.equals(path);
  }
}
