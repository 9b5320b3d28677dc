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

  FirstGo(Picture picture, Choices choices, Answers answers, Places places, String out) {
    this.picture = picture;
    this.choices = choices;
    this.answers = answers;
    this.places = places;
    this.shell = new Shell(out);
  }

  String page(List<Gap> gaps) {
    page.raw(Shipped.text("first-go.md"));
    commands(shell.gate());
    change();
    keys();
    rules();
    window();
    segregation();
    wayBack();
    promotion();
    incidents();
    money();
    approvals();
    heading("Ask again", "It says *go*, or which contact still is not closed and why.");
    commands(shell.gate());
    say("What of the evidence counts, and why the rest does not:");
    commands(
        "interlock evidence list " + shell.file("evidence") + " --estate " + shell.file("estate"));
    gaps(gaps);
    return page.text();
  }

  private void change() {
    heading("The change itself", "Settle it first:");
    String asks = change("requester:");
    say("who asks for it (" + asks + ") and who carries it out (" + change("executor:") + "),");
    say(
        "its artifact ("
            + change("artifact:")
            + "), and the way back ("
            + change("rollback:")
            + ").");
    say("The persons are in `" + places.of("people.yaml", "kind: Person") + "` and below.");
  }

  private void rules() {
    heading("rules", "What the change brings in keeps the guardrails.");
    List<String> manifests = ChangeDraft.manifests(picture);
    if (manifests.isEmpty()) {
      say("No file that was found can be judged by the gate itself (compose files and inventories");
      say("are no manifests), so a check must be stated: by the pipeline, or by whoever looked.");
      begin("check", "check", "--change " + shell.file(Shell.CHANGE));
      return;
    }
    say(
        "The gate runs them on the files under `manifests` in "
            + change("manifests:")
            + ". The same");
    say("by hand:");
    String files = String.join(" ", manifests.stream().map(Shell::quoted).toList());
    commands(
        "interlock check "
            + files
            + " --estate "
            + shell.file("estate")
            + " --environment production");
    say(
        "Mend what is high or critical. What you must live with for now is a waiver: "
            + "`"
            + places.of("waivers.yaml")
            + "` shows one.");
  }

  private void window() {
    heading("window", "The sites can spare the hour.");
    if (answers.shifts().isEmpty()) {
      say(
          "Nobody has said when people work (`"
              + places.of("sites.yaml", "unknown: shifts")
              + "`): until then every hour counts as free.");
    }
    String calendars = "calendars/calendars.yaml";
    say(
        picture.calendars.isEmpty()
            ? "No calendar was found; `" + places.of(calendars) + "` shows a freeze."
            : "What the calendars mean is guessed: `" + places.of(calendars, "effect:") + "`.");
    commands(
        "interlock window next --estate " + shell.file("estate") + " --environment production");
    say("Give the begin of that slot to `gate --at` when it is not now.");
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
            "--system pipeline --predicates " + "check,drill,test-run,deployment,incident,cost"));
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
      String about = "--change " + shell.file(Shell.CHANGE) + " --environment " + Words.word(tier);
      begin("deployment", "deployment-" + Words.word(tier), about);
      begin("test-run", "test-run-" + Words.word(tier), about);
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
    begin("drill", "drill", "--environment production");
  }

  private void incidents() {
    heading("incidents", "No open incident forbids it.");
    say("Whoever keeps incidents states which are open; it holds for 24 hours.");
    begin("incident", "incident", "--environment production");
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
    begin("cost", "cost", "--change " + shell.file(Shell.CHANGE));
  }

  private void approvals() {
    heading("approvals", "The people whom the policy asks agreed to exactly this version.");
    say(
        "Last, since an edited change must be approved again. The policy is in `"
            + places.of("governance.yaml", "name: production", "tier: normal")
            + "`.");
    commands(shell.approve("release-manager"), shell.approve("service-owner"));
  }

  private void gaps(List<Gap> gaps) {
    heading("What is still guessed or unknown", "The most important first.");
    say("Values marked `# guess:` in the files hold until you change them; what is marked");
    say("`# unknown:` is missing.");
    StringBuilder list = new StringBuilder();
    int number = 1;
    for (Gap gap : gaps) {
      list.append(number++).append(". **").append(gap.topic()).append("**: ");
      list.append(gap.missing()).append(" (`").append(gap.file()).append("`)\n");
    }
    page.raw(list.toString());
  }

  private void begin(String kind, String name, String about) {
    String draft = shell.file("drafts/" + name + ".yaml");
    commands(
        "interlock evidence new "
            + kind
            + " "
            + about
            + " --estate "
            + shell.file("estate")
            + " --out "
            + draft);
    say("Fill in `" + draft + "`, then");
    commands(
        "interlock evidence sign "
            + draft
            + " --kind "
            + kind
            + " --key "
            + shell.file("keys/pipeline.key")
            + " --out "
            + shell.file("evidence/" + name + ".json"));
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
