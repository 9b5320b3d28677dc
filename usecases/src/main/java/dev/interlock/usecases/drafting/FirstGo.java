package dev.interlock.usecases.drafting;

import dev.interlock.estate.Tier;
import dev.interlock.usecases.DraftedEstate.Gap;
import java.util.List;

/** The page that leads from the draft to a first go, contact by contact. */
final class FirstGo {

  private final Picture picture;
  private final Choices choices;
  private final Answers answers;
  private final Places places;
  private final Shell shell;
  private final PageText page = new PageText();

  FirstGo(Picture picture, Choices choices, Answers answers, Places places, Shell shell) {
    this.picture = picture;
    this.choices = choices;
    this.answers = answers;
    this.places = places;
    this.shell = shell;
  }

  String page(List<Gap> gaps) {
    page.raw(Shipped.text("first-go.md"));
    commands(shell.gate());
    keys();
    change();
    rules();
    window();
    segregation();
    wayBack();
    promotion();
    incidents();
    money();
    approvals();
    again();
    keep();
    gaps(gaps);
    return page.text();
  }

  private void change() {
    heading("The change itself", "Settle it first: checks, prices and approvals hold for exactly");
    say("one version of it. Who asks for it (" + change("requester:") + ") and who carries it out");
    say("(" + change("executor:") + "), its artifact (" + change("artifact:") + "), and the way");
    say("back (" + change("rollback:") + "). The persons are in");
    say("`" + places.of("people.yaml", "kind: Person") + "` and below.");
  }

  private void rules() {
    heading("rules", "What the change brings in keeps the guardrails.");
    List<String> manifests = ChangeDraft.manifests(picture);
    if (!ChangeDraft.judged(picture)) {
      say("The gate judges Kubernetes manifests by itself, and none for production was found;");
      say(
          "compose files and odoo.conf it can't judge. So whoever looked through "
              + change("manifests:")
              + " says");
      say("what was found, and signs it. It holds for exactly these bytes.");
      begin("check", "check", "violations, unknown, resources, evaluations, images", shell.about());
      return;
    }
    say("The gate runs them on the files under `manifests` in " + change("manifests:") + ".");
    say("The same by hand:");
    String files = String.join(" ", manifests.stream().map(Shell::quoted).toList());
    commands(shell.run("check " + files) + " --environment production");
    say("Mend what is high or critical. What you must live with for now is a waiver: ");
    say("`" + places.of("waivers.yaml") + "` shows one.");
  }

  private void window() {
    heading("window", "The sites can spare the hour.");
    working();
    String calendars = "calendars/calendars.yaml";
    say(
        picture.calendars.isEmpty()
            ? "No calendar was found; `" + places.of(calendars) + "` shows a freeze."
            : "What the calendars mean is guessed: `" + places.of(calendars, "effect:") + "`.");
    commands(shell.window());
    say("Before that hour the gate says *wait*, and names it.");
  }

  private void working() {
    if (answers.shifts().isEmpty()) {
      say("Nobody has said when people work, so the window is unknown (WIN015) and no change can");
      say("go: take the marks away at `" + places.of("sites.yaml", "unknown: shifts") + "` and");
      say(
          "write the hours. Where nobody works on site, one shift with `changesAllowed: true` says");
      say("so.");
    } else if (answers.shifts().stream().anyMatch(ShiftHours::isRoundTheClock)) {
      say("You said that people work round the clock (`" + places.of("sites.yaml", "shifts:"));
      say(
          "`), so no hour is free by itself: a calendar of effect `allow` names the hours in which");
      say("they can spare the system.");
    }
  }

  private void segregation() {
    heading("segregation", "Who asks, who agrees and who carries it out are different persons.");
    String first = places.of("people.yaml", "name: release-manager", "displayName");
    say("In the draft, persons stand for roles until you name them in `" + first + "` and below.");
    say("Four are enough for production: one asks, one carries it out, two agree.");
    say("Nobody can agree in two roles.");
  }

  private void keys() {
    heading("Keys", "Evidence counts when it is signed by a key that the estate trusts for it.");
    say(
        "Each command makes a key pair and appends the public half to `"
            + places.of("keys.yaml")
            + "`. In earnest everybody makes their own, and the private halves stay with them.");
    commands(
        shell.keygen("release-manager", "--person release-manager --predicates approval"),
        shell.keygen("service-owner", "--person service-owner --predicates approval"),
        shell.keygen(
            "pipeline",
            "--system pipeline --predicates check,drill,test-run,deployment,incident,cost"));
  }

  private void promotion() {
    heading("promotion", "The same artifact passed its tests in the environments before.");
    List<Tier> before =
        choices.tiers().stream().filter(tier -> tier.compareTo(Tier.PRODUCTION) < 0).toList();
    if (before.isEmpty()) {
      say("Nothing comes before production in the draft: this contact is closed. When you have a");
      say("test environment, add it to `" + places.of("environments.yaml") + "`.");
      return;
    }
    say(
        "The artifact is in "
            + change("artifact:")
            + " (`docker buildx imagetools inspect IMAGE`"
            + " tells its digest).");
    for (Tier tier : before) {
      String about = shell.about() + " --environment " + Words.word(tier);
      begin("deployment", "deployment-" + Words.word(tier), "succeeded", about);
      begin("test-run", "test-run-" + Words.word(tier), "suite, passed", about);
    }
  }

  private void wayBack() {
    heading("way-back", "There is a way back, and a restore was proven in the last 90 days.");
    say(
        "The steps are in "
            + change("rollback:")
            + "; what was promised for each process in `"
            + places.of("processes.yaml", "rto:")
            + "`.");
    say("Restore the newest backup somewhere apart, measure, and write what you measured.");
    begin("drill", "drill", "backup, verified, processes", "--environment production");
  }

  private void incidents() {
    heading("incidents", "No open incident forbids it.");
    say("Whoever keeps incidents states which are open; it holds for 24 hours.");
    begin("incident", "incident", "open", "--environment production");
  }

  private void money() {
    heading("money", "What it adds each month fits into the budget.");
    if (answers.budget().isEmpty()) {
      say(
          "There is no budget yet: take the marks away in `"
              + places.of("environments.yaml", "unknown: budget", "budget: production")
              + "` and at `"
              + places.of("governance.yaml", "# kind: Budget")
              + "`, and write the amount.");
    }
    begin("cost", "cost", "spent, forecast, monthlyDelta", shell.about());
  }

  private void approvals() {
    heading("approvals", "The people whom the policy asks agreed to exactly this version.");
    say(
        "Last, since an edited change must be approved again. The policy is in `"
            + places.of("governance.yaml", "name: production", "tier: normal")
            + "`.");
    commands(shell.approve("release-manager"), shell.approve("service-owner"));
  }

  private void again() {
    heading("Ask again", "It says *go*, or which contact still is not closed and why.");
    commands(shell.gate());
    say("What of the evidence counts, and why the rest does not:");
    commands(shell.run("evidence list " + shell.file("evidence")));
    say("*Wait* with a time means: ask then. What is older than its contact bears (the list of");
    say("incidents after a day) is written and signed anew under another name.");
  }

  private void keep() {
    heading("Keep it", "A decision that is to be proven later is signed, recorded and packed.");
    say("The key of the gate is none of the estate's: whoever verifies needs its public half.");
    commands(shell.gateKey(), shell.record());
    say("The pack holds everything that it rests on. Anybody can derive it again and verify it:");
    commands(shell.replay(), shell.verify(Shell.PACK), shell.verify(Shell.LEDGER));
  }

  private void gaps(List<Gap> gaps) {
    heading("What is still guessed or unknown", "The most important first.");
    say("Lines with `guess:` in a remark hold until you change them; what a line with `unknown:`");
    say("asks for is missing.");
    StringBuilder list = new StringBuilder();
    int number = 1;
    for (Gap gap : gaps) {
      list.append(number++).append(". **").append(gap.topic()).append("**: ");
      list.append(gap.missing()).append(" (`").append(gap.file()).append("`)\n");
    }
    page.raw(list.toString());
  }

  private void begin(String kind, String name, String blanks, String about) {
    String draft = shell.file("drafts/" + name + ".yaml");
    commands(shell.run("evidence new " + kind + " " + about) + " --out " + draft);
    say("Fill in `" + draft + "` (" + blanks + "), then");
    commands(shell.sign(kind, name));
  }

  private String change(String word) {
    return "`" + places.in(Shell.CHANGE, word) + "`";
  }

  private void heading(String name, String sentence) {
    page.heading(name).say(sentence);
  }

  private void say(String sentence) {
    page.say(sentence);
  }

  private void commands(String... lines) {
    page.commands(lines);
  }
}
