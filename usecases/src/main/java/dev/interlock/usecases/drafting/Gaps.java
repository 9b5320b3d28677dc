package dev.interlock.usecases.drafting;

import dev.interlock.usecases.DraftedEstate.Gap;
import java.util.ArrayList;
import java.util.List;

/** What is still unknown, in the order in which the gate needs it. */
final class Gaps {

  private Gaps() {}

  static List<Gap> of(Picture picture, Answers answers, Places places) {
    List<Gap> gaps = new ArrayList<>();
    if (answers.shifts().isEmpty()) {
      String what = "when people work; until then no change can go";
      gaps.add(gap("shifts", what, places.of("sites.yaml", "unknown: shifts")));
    }
    if (answers.owner().isEmpty() && picture.owners.isEmpty()) {
      String what = "who answers for production; approvals go there";
      gaps.add(gap("owner", what, places.of("people.yaml", "name: service-owner", "displayName")));
    }
    if (answers.sites().isEmpty()) {
      String found = picture.sites.isEmpty() ? "no file names one" : "time zones are guessed";
      String what = "which plants work with it, in which zone; " + found;
      gaps.add(gap("plants", what, places.of("sites.yaml", "timeZone:")));
    }
    gaps.add(
        gap(
            "approvals",
            "who approves what; now it is a common policy",
            places.of("governance.yaml", "kind: ApprovalPolicy")));
    if (answers.rto().isEmpty() || answers.rpo().isEmpty()) {
      String what = "how long each process may stand still, how much work may be lost";
      gaps.add(gap("recovery", what, places.of("processes.yaml", "rto:")));
    }
    gaps.add(
        gap(
            "backups",
            "how each service is backed up in truth",
            places.of("backup-plans.yaml", "method:")));
    gaps.add(calendars(picture.calendars.isEmpty(), places));
    if (answers.budget().isEmpty()) {
      String what = "what production may cost per month; unknown stops what costs money";
      gaps.add(gap("budget", what, places.of("environments.yaml", "unknown: budget")));
    }
    String keys = "whose signatures count; without keys nothing is proven";
    gaps.add(gap("keys", keys, places.of("keys.yaml")));
    return List.copyOf(gaps);
  }

  private static Gap calendars(boolean none, Places places) {
    String file = "calendars/calendars.yaml";
    return none
        ? gap("calendars", "month-end close, stock counts, peak season", places.of(file))
        : gap("calendars", "what they mean is guessed", places.of(file, "effect:"));
  }

  private static Gap gap(String topic, String missing, String place) {
    return new Gap(topic, missing, place);
  }
}
