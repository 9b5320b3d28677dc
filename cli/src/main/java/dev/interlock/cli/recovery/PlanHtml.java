package dev.interlock.cli.recovery;

import dev.interlock.cli.output.HtmlPage;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.RecoveryPlan;
import dev.interlock.recovery.RecoveryPlan.Prospect;
import dev.interlock.recovery.RecoveryPlan.Step;
import java.io.PrintWriter;

/** A recovery plan as a page to print and to tick off. */
final class PlanHtml {

  private final RecoveryPlan plan;

  PlanHtml(RecoveryPlan plan) {
    this.plan = plan;
  }

  void write(PrintWriter out) {
    HtmlPage page = new HtmlPage(out);
    String title = "Recovery plan: " + plan.displayName();
    page.begin(title).element("h1", title);
    head(page);
    page.element("h2", "Steps");
    plan.steps().forEach(step -> step(page, step));
    page.element("h2", "Business processes").open("table", "");
    plan.processes().forEach(it -> process(page, it));
    page.close("table");
    gaps(page);
    page.element(
        "p",
        "small",
        "Made " + Moment.utc(plan.made()) + ". Keep it printed: screens may be gone too.");
    page.end();
  }

  private void head(HtmlPage page) {
    var at = plan.happenedAt();
    var point = plan.choice().point();
    page.open("table", "")
        .row("Environment", plan.environment())
        .row("What happened", plan.scenario().word())
        .row("When", at == null ? "nobody said when" : Moment.utc(at))
        .row("Decides", plan.decides().words())
        .row("Signs off", plan.signsOff().words())
        .row(
            "Brings back",
            point == null ? "unknown" : Moment.utc(point) + ", " + plan.choice().backup())
        .row("Why", plan.choice().why())
        .close("table");
  }

  private static void step(HtmlPage page, Step step) {
    String after = PlanWords.after(step);
    page.open("div", "box")
        .element("h3", step.number() + ". " + step.title())
        .element(
            "p",
            "small",
            (after.isEmpty() ? "" : after + " · ")
                + step.who().words()
                + " · "
                + PlanWords.expected(step))
        .ticks(step.details())
        .element("p", "small", "begun ____ : ____    done ____ : ____    by ____________________")
        .close("div");
  }

  private static void process(HtmlPage page, Prospect it) {
    page.row(
        PlanWords.state(it) + "  " + it.displayName(),
        PlanWords.prospect(it) + ". Owner: " + it.owner().words());
  }

  private void gaps(HtmlPage page) {
    page.element("h2", plan.gaps().isEmpty() ? "Nothing is missing" : "Missing");
    plan.gaps()
        .forEach(gap ->
            page.open("div", "box warn")
                .element("h3", gap.message())
                .element("p", "small", gap.where() + " · " + gap.code() + " · " + gap.hint())
                .close("div"));
  }
}
