package dev.interlock.cli.risk;

import dev.interlock.cli.output.JsonText;
import dev.interlock.cli.output.Prose;
import dev.interlock.document.RecordWriter;
import dev.interlock.estate.ApprovalPolicy;
import dev.interlock.estate.ApprovalPolicy.Requirement;
import dev.interlock.estate.ApprovalPolicy.TierApprovals;
import dev.interlock.estate.Environment;
import dev.interlock.estate.RiskPolicy.RiskTier;
import dev.interlock.finding.Durations;
import dev.interlock.finding.Severity;
import dev.interlock.usecases.ExplainRisk.Explained;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A risk tier for people and for programs. */
final class RiskReport {

  private static final int INDENT = 4;

  private RiskReport() {}

  static void text(Explained explained, int width, PrintWriter out) {
    var tier = explained.tier();
    line(explained.request().name() + " is in tier " + tier.name(), out);
    line("Why", out);
    tier.reasons().forEach(reason -> item(reason, width, out));
    RiskTier asks = tier.tier();
    if (asks != null) {
      line("What the tier asks for", out);
      item(window(asks), width, out);
      approvals(explained).forEach(approval -> item(approval, width, out));
      Severity failOn = Objects.requireNonNullElse(asks.failOn(), Severity.HIGH);
      item("no finding of severity " + failOn.word() + " or more", width, out);
      Duration drill = asks.drillWithin();
      if (drill != null) {
        item("a restore drill within " + Durations.words(drill), width, out);
      }
      if (!asks.waives().isEmpty()) {
        item("does without: " + String.join(", ", asks.waives()), width, out);
      }
    }
  }

  private static String window(RiskTier tier) {
    return switch (tier.window()) {
      case ANY -> "may happen at any time";
      case OUTSIDE_FREEZE -> "outside freezes";
      case FREE -> "outside freezes, while nobody is at work";
      case MAINTENANCE -> "wholly within a maintenance window";
    };
  }

  private static List<String> approvals(Explained explained) {
    return policy(explained).stream()
        .flatMap(policy -> policy.tiers().stream())
        .filter(entry -> entry.tier().equals(explained.tier().name()))
        .map(TierApprovals::approvals)
        .flatMap(List::stream)
        .map(RiskReport::approval)
        .toList();
  }

  private static String approval(Requirement requirement) {
    int count = Objects.requireNonNullElse(requirement.count(), 1);
    String each = requirement.perPlant() ? " for each plant" : "";
    return Prose.count(count, "approval") + " by " + requirement.role() + each;
  }

  private static Optional<ApprovalPolicy> policy(Explained explained) {
    var estate = explained.estate();
    return estate
        .find(Environment.class, explained.request().change().environment())
        .map(Environment::approvalPolicy)
        .flatMap(name -> estate.find(ApprovalPolicy.class, name));
  }

  static void json(Explained explained, PrintWriter out) {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("change", explained.request().name());
          json.writeStringProperty("tier", explained.tier().name());
          json.writeArrayPropertyStart("reasons");
          explained.tier().reasons().forEach(json::writeString);
          json.writeEndArray();
          json.writeName("asks");
          new RecordWriter().write(explained.tier().tier(), json);
          json.writeArrayPropertyStart("approvals");
          approvals(explained).forEach(json::writeString);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void item(String text, int width, PrintWriter out) {
    List<String> lines = Prose.wrap(Prose.safe(text), width - INDENT);
    line("  - " + lines.getFirst(), out);
    lines.stream().skip(1).forEach(l -> line(" ".repeat(INDENT) + l, out));
  }

  private static void line(String text, PrintWriter out) {
    out.write(text);
    out.write('\n');
  }
}
