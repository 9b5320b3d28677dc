package dev.interlock.recovery.neutral;

/** Mass mailings, campaigns, posts and digests that would go out. */
final class Campaigns {

  static final Outlet OUTLET =
      new Outlet(
          "campaigns",
          "campaigns are running",
          Measure.state("mailing_mailing", "draft", "in_queue", "sending"),
          Measure.state("marketing_campaign", "stopped", "running"),
          Measure.state("social_post", "draft", "scheduled"),
          Measure.state("digest_digest", "deactivated", "activated"));

  private Campaigns() {}
}
