package dev.interlock.bench.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every page of the console as a signed-in person gets it from a real server with its PostgreSQL:
 * once on the sample, and once with many changes more. Times are those of whole requests over
 * loopback, rendering included.
 *
 * <p>{@code PageSpeed [CHANGES]}, in a module's folder of the checkout.
 */
public final class PageSpeed {

  private static final int CHANGES = 10_000;
  private static final int WARM_UP = 30;
  private static final int RUNS = 60;
  private static final Pattern FURTHER = Pattern.compile("href=\"(/[^\"]*after=[^\"]*)\"");

  private PageSpeed() {}

  /** Prints page, median, 95th percentile and bytes. */
  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    int changes = args.length > 0 ? Integer.parseInt(args[0]) : CHANGES;
    try (BenchServer server = BenchServer.start(Path.of(".."))) {
      Visitor admin = Visitor.signIn(server.url(), "admin", server.password(), "administrator");
      Visitor pipeline = person(admin, server.url(), "odoo-developer-2", "requester");
      Visitor owner = person(admin, server.url(), "service-owner-core", "approver");
      ManyChanges many = new ManyChanges(pipeline, owner);
      many.judged();
      print("the sample", admin, "label-layout");
      if (changes > 0) {
        many.file(changes);
        many.judged();
        System.out.println();
        print(
            changes + " changes more, " + many.findings() * changes + " findings",
            admin,
            ManyChanges.name(changes / 2));
      }
    }
  }

  private static Visitor person(Visitor admin, String url, String name, String role)
      throws IOException, InterruptedException {
    String page = admin.submit("/accounts", "/accounts", Map.of("person", name, "roles", role));
    Matcher given = Pattern.compile(">([a-z0-9]{5}(?:-[a-z0-9]{5})+)</code>").matcher(page);
    if (!given.find()) {
      throw new IllegalStateException("no password for " + name);
    }
    return Visitor.signIn(url, name, given.group(1), role);
  }

  private static void print(String what, Visitor visitor, String change)
      throws IOException, InterruptedException {
    System.out.println("with " + what);
    System.out.printf("%-44s %10s %10s %10s%n", "page", "median ms", "p95 ms", "bytes");
    for (String page : pages(change)) {
      measure(visitor, page, page);
    }
    for (String page : List.of("/changes", "/findings")) {
      Matcher further = FURTHER.matcher(visitor.open(page).body());
      if (further.find()) {
        measure(visitor, page + ", second part", further.group(1).replace("&amp;", "&"));
      }
    }
  }

  private static List<String> pages(String change) {
    return List.of(
        "/",
        "/changes",
        "/changes?state=all",
        "/changes?outcome=stop",
        "/changes?contact=approvals",
        "/changes?q=report",
        "/changes/" + change,
        "/changes/new",
        "/calendar",
        "/calendar?days=60",
        "/findings",
        "/evidence",
        "/estate",
        "/estate?focus=service/odoo-web",
        "/account",
        "/accounts");
  }

  private static void measure(Visitor visitor, String label, String page)
      throws IOException, InterruptedException {
    int bytes = 0;
    for (int i = 0; i < WARM_UP; i++) {
      bytes = visitor.open(page).body().getBytes(StandardCharsets.UTF_8).length;
    }
    double[] times = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long begin = System.nanoTime();
      visitor.open(page);
      times[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    System.out.printf(
        "%-44s %10.1f %10.1f %10d%n", label, times[RUNS / 2], times[RUNS * 95 / 100], bytes);
  }
}
