package dev.interlock.recovery.odoo;

import dev.interlock.recovery.CheckSettings;
import dev.interlock.recovery.RestoreCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The checks of a restored Odoo, in order. */
public final class OdooChecks {

  private OdooChecks() {}

  /** All of them; the one for code is left out when no code was given. */
  public static List<RestoreCheck> all(CheckSettings settings) {
    List<RestoreCheck> all = new ArrayList<>();
    all.add(new IsOdoo());
    all.add(new ModulesAreWhole());
    Map<String, String> code = settings.code();
    if (code != null) {
      all.add(new ModulesHaveCode(code));
    }
    all.add(new RegistryIsWhole());
    all.add(new FilestoreDirectory());
    all.add(new AttachmentsAreConsistent());
    all.add(new AttachmentsHaveFiles(settings.threads(), settings.progress()));
    all.add(new CronsAreKnown());
    all.add(new QueueState());
    return List.copyOf(all);
  }
}
