package dev.interlock.recovery.neutral;

import java.util.List;

/** Calls to other systems: by server actions, and by rules that run when rows change. */
final class Webhooks {

  static final Outlet OUTLET =
      new Outlet(
          "webhooks",
          "other systems are called",
          Measure.set(
              "ir_act_server",
              List.of("state", "webhook_url"),
              "webhook_url = 'http://copy.invalid/'",
              "state = 'webhook' and webhook_url is distinct from 'http://copy.invalid/'"),
          Measure.deactivate("base_automation"));

  private Webhooks() {}
}
