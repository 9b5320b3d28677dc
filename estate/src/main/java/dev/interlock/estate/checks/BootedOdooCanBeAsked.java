package dev.interlock.estate.checks;

import dev.interlock.estate.BootProof;
import dev.interlock.estate.Entry;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Estate;
import dev.interlock.estate.EstateCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a booted Odoo is asked are paths on it, each with a name of its own. */
final class BootedOdooCanBeAsked implements Check {

  private static final Duration LONGEST = Duration.ofHours(1);

  @Override
  public void run(Estate estate, Names names, Report report) {
    for (Entry<Environment> environment : estate.entries(Environment.class)) {
      BootProof boot = environment.spec().boot();
      if (boot != null) {
        run(environment, boot, report);
      }
    }
  }

  private static void run(Entry<Environment> environment, BootProof boot, Report report) {
    if (!isPath(boot.health())) {
      report.add(
          EstateCode.BAD_BOOT,
          environment.at("boot", "health"),
          "health: expected a path such as /web/health, found " + boot.health());
    }
    Duration timeout = boot.timeout();
    if (timeout != null && (timeout.isNegative() || timeout.isZero() || isTooLong(timeout))) {
      report.add(
          EstateCode.BAD_BOOT,
          environment.at("boot", "timeout"),
          "timeout: expected at most an hour, such as PT5M, found " + timeout);
    }
    requests(environment, boot.requests(), report);
  }

  private static boolean isTooLong(Duration timeout) {
    return timeout.compareTo(LONGEST) > 0;
  }

  private static void requests(
      Entry<Environment> environment, List<BootProof.Request> requests, Report report) {
    Set<String> known = new HashSet<>();
    for (int i = 0; i < requests.size(); i++) {
      BootProof.Request request = requests.get(i);
      if (!isPath(request.path())) {
        report.add(
            EstateCode.BAD_BOOT,
            environment.at("boot", "requests", i, "path"),
            "path: expected a path such as /shop?search=pump, found " + request.path());
      }
      if (!known.add(request.name())) {
        report.add(
            EstateCode.BAD_BOOT,
            environment.at("boot", "requests", i, "name"),
            "name: there is another request " + request.name());
      }
    }
  }

  /** On the machine itself: a path that begins with two strokes leads to another one. */
  private static boolean isPath(@Nullable String path) {
    if (path == null) {
      return true;
    }
    try {
      return path.startsWith("/") && !path.startsWith("//") && !new URI(path).isAbsolute();
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
