package dev.interlock.changes.contact;

import java.util.List;

/** Judges one contact. Pure: the same question always gets the same answer. */
public interface ContactJudge {

  /** The contact it judges. */
  ContactName name();

  /** Its state and why. */
  Judged judge(Question question);

  /** All of them, in the order of the rung. */
  static List<ContactJudge> all() {
    return List.of(
        new RulesContact(),
        new WindowContact(),
        new ApprovalsContact(),
        new SegregationContact(),
        new WayBackContact(),
        new PromotionContact(),
        new IncidentsContact(),
        new MoneyContact());
  }
}
