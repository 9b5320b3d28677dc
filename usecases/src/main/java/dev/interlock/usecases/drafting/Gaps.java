package dev.interlock.usecases.drafting;

import dev.interlock.usecases.DraftedEstate.Gap;
import java.util.ArrayList;
import java.util.List;

/** What is still unknown, in the order in which the gate needs it. */
final class Gaps {

  private Gaps() {}

  static List<Gap> of(Picture picture, Answers answers) {
    List<Gap> gaps = new ArrayList<>();
    if (answers.owner().isEmpty()) {
      gaps.add(gap("owner", "who answers for production; approvals go there", "people.yaml"));
    }
    if (answers.sites().isEmpty()) {
      String found = picture.sites.isEmpty() ? "no file names one" : "time zones are guessed";
      gaps.add(gap("plants", "which plants work with it, in which zone; " + found, "sites.yaml"));
    }
    gaps.add(gap("shifts", "when people work; until then every hour is free", "sites.yaml"));
    gaps.add(gap("approvals", "who approves what; now it is a common policy", "governance.yaml"));
    if (answers.rto().isEmpty() || answers.rpo().isEmpty()) {
      String what = "how long each process may stand still, how much work may be lost";
      gaps.add(gap("recovery", what, "processes.yaml"));
    }
    gaps.add(gap("backups", "how each service is backed up in truth", "backup-plans.yaml"));
    gaps.add(calendars(picture.calendars.isEmpty()));
    if (answers.budget().isEmpty()) {
      String what = "what production may cost per month; unknown stops what costs money";
      gaps.add(gap("budget", what, "governance.yaml"));
    }
    gaps.add(gap("keys", "whose signatures count; without keys nothing is proven", "keys.yaml"));
    return List.copyOf(gaps);
  }

  private static Gap calendars(boolean none) {
    return none
        ? gap("calendars", "month-end close, stock counts, peak season", "calendars/calendars.yaml")
        : gap("calendars", "what they mean is guessed", "calendars/calendars.yaml");
  }

  private static Gap gap(String topic, String missing, String file) {
    return new Gap(topic, missing, "estate/" + file);
  }

  static String page(List<Gap> gaps) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# What is still unknown\n\nThe most important first. Values marked `# guess:` in the");
    text.append(" files hold until you change them;\nwhat is marked `# unknown:` is missing.\n\n");
    int number = 1;
    for (Gap gap : gaps) {
      text.append(number++).append(". **").append(gap.topic()).append("**: ");
      text.append(gap.missing()).append(" (`").append(gap.file()).append("`)\n");
    }
    return text.toString();
  }
}
