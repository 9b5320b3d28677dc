package dev.interlock.server.faults;

import dev.interlock.server.faults.Raw.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every answer to something hostile has in common. Collects whatever has not. */
final class Calm {

  /** Names of classes, files of the program, lines of a stack. */
  private static final Pattern INSIDES =
      Pattern.compile(
          "Exception|\\bat [a-z.]+\\([A-Za-z]+\\.java|\\bjava\\.|dev\\.interlock\\.server|"
              + "org\\.(springframework|apache|postgresql)|root:x:|stackTrace");

  private final List<String> complaints = new ArrayList<>();

  /** A refusal: a status that blames the request, in words, with nothing of the insides. */
  Calm refused(String what, Reply reply) {
    if (reply.status() < 400 || reply.status() >= 500) {
      complain(what, "is not refused", reply);
    } else if (INSIDES.matcher(reply.body()).find()) {
      complain(what, "shows the insides", reply);
    }
    return this;
  }

  /** The same, as a problem for programs. */
  Calm problem(String what, Reply reply) {
    refused(what, reply);
    if (!reply.problem()) {
      complain(what, "is no problem+json", reply);
    }
    return this;
  }

  /** Whatever it is answered, it is not the server's fault and shows nothing of the insides. */
  Calm unharmed(String what, Reply reply) {
    if (reply.status() < 200 || reply.status() >= 500) {
      complain(what, "is not answered", reply);
    } else if (reply.status() >= 300 && INSIDES.matcher(reply.body()).find()) {
      complain(what, "shows the insides", reply);
    }
    return this;
  }

  List<String> complaints() {
    return complaints;
  }

  private void complain(String what, String why, Reply reply) {
    String text = reply.head().lines().findFirst().orElse("") + " " + reply.body();
    complaints.add(what + " " + why + ": " + text.substring(0, Math.min(500, text.length())));
  }
}
