package dev.interlock.bench.pages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a server as pipelines and people do, over its API: changes whose manifests break rules,
 * every tenth approved by a service owner, every twentieth decided, every fiftieth taken back.
 */
final class ManyChanges {

  /** Breaks about as many rules as a careless first draft does. */
  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: reports-NUMBER, namespace: odoo}
      spec:
        replicas: 2
        selector: {matchLabels: {app: reports}}
        template:
          metadata: {labels: {app: reports}}
          spec:
            containers:
              - name: reports
                image: registry.example.com/reports@sha256:DIGEST
      """;

  private static final String CHANGE =
      """
      apiVersion: interlock.dev/v1
      kind: Change
      metadata: {name: bulk-NUMBER}
      spec:
        title: Report NUMBER for the shift leads
        kind: report
        environment: core-production
        services: [odoo-web]
        manifests: [../manifests/reports.yaml]
        reason: They ask for it every morning.
        requester: odoo-developer-2
        executor: platform-engineer-1
        duration: PT30M
        rollback: {steps: [Take it out again.], duration: PT15M}
      """;

  private static final int AT_ONCE = 8;

  private final Visitor pipeline;
  private final Visitor owner;

  ManyChanges(Visitor pipeline, Visitor owner) {
    this.pipeline = pipeline;
    this.owner = owner;
  }

  static String name(int number) {
    return "bulk-%05d".formatted(number);
  }

  void file(int changes) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < changes; i++) {
        int number = i;
        all.add(
            threads.submit(() -> {
              one(number);
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
  }

  private void one(int number) throws IOException, InterruptedException {
    String path = "/changes/" + name(number);
    var filed = pipeline.ask("POST", "/changes", body(number));
    String seen = filed.headers().firstValue("ETag").orElseThrow();
    if (number % 10 == 0) {
      Map<String, String> answer =
          Map.of("seen", seen.replace("\"", ""), "seat", "service-owner", "answer", "APPROVE");
      owner.submit("/account", path + "/answer", answer);
    }
    if (number % 20 == 0) {
      pipeline.ask("POST", path + "/decision", "");
    }
    if (number % 50 == 49) {
      pipeline.ask("POST", path + "/withdrawal", "{\"reason\":\"not needed\"}", "If-Match", seen);
    }
  }

  private static String body(int number) {
    String digits = "%05d".formatted(number);
    Map<String, String> files =
        Map.of(
            "changes/c.yaml", CHANGE.replace("NUMBER", digits),
            "manifests/reports.yaml",
                MANIFEST
                    .replace("NUMBER", digits)
                    .replace("DIGEST", digits.repeat(13).substring(1)));
    StringBuilder json = new StringBuilder("{\"document\":\"changes/c.yaml\",\"files\":{");
    files.forEach((path, text) -> {
      json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
      json.append(quoted(path)).append(':').append(quoted(text));
    });
    return json.append("}}").toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Waits until the gate has looked at every change. */
  void judged() throws IOException, InterruptedException {
    while (number("/changes?state=open&outcome=unknown&limit=1", "total") > 0) {
      Thread.sleep(1000);
    }
  }

  /** How many findings one of them has. */
  long findings() throws IOException, InterruptedException {
    String check = pipeline.ask("GET", "/changes/" + name(0) + "/check", "").body();
    return Pattern.compile("\"fingerprint\"").matcher(check).results().count();
  }

  private int number(String path, String field) throws IOException, InterruptedException {
    Matcher found =
        Pattern.compile("\"" + field + "\":(\\d+)").matcher(pipeline.ask("GET", path, "").body());
    if (!found.find()) {
      throw new IllegalStateException("no " + field + " in " + path);
    }
    return Integer.parseInt(found.group(1));
  }
}
