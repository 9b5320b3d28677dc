package dev.interlock.cli.remote;

import dev.interlock.usecases.ChangeToSend;
import java.util.function.Consumer;

/**
 * Sees to it that the server has a change exactly as it lies here. To run it again does nothing:
 * the digest of the version that lies there says whether anything is to be sent.
 */
public final class FileChange {

  private static final int CONFLICT = 409;

  private final Api api;
  private final Consumer<String> told;

  /** Files there, and tells in a sentence when something was sent. */
  public FileChange(Api api, Consumer<String> told) {
    this.api = api;
    this.told = told;
  }

  /** Files the change, files a new version of it, or leaves it as it is. */
  public FiledChange run(ChangeToSend change) {
    String name = change.request().name();
    FiledChange known = FiledChange.find(api, name);
    if (known == null) {
      Reply first = api.ask("POST", "/changes", message(change), Api.TO_ANSWER);
      // Somebody else was faster.
      known = first.status() == CONFLICT ? FiledChange.find(api, name) : null;
      if (known == null) {
        FiledChange filed = FiledChange.of(first.orThrow());
        told.accept("Filed " + name);
        return filed;
      }
    }
    return known.digest().equals(change.request().digest()) ? known : revised(known, change);
  }

  private FiledChange revised(FiledChange known, ChangeToSend change) {
    FiledChange revised =
        FiledChange.of(
            api.send(
                "PUT",
                "/changes/" + Api.escaped(known.name()),
                message(change).ifMatch(known.digest())));
    told.accept(
        "Filed version "
            + revised.version()
            + " of "
            + revised.name()
            + ": answers to the one before count no more");
    return revised;
  }

  private static Message message(ChangeToSend change) {
    return Message.of(change.submission(), change.shown());
  }
}
