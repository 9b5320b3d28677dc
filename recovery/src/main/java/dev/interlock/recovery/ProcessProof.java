package dev.interlock.recovery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What proves that a business process works again.
 *
 * @param process name of the BusinessProcess
 * @param probes of the parts of Odoo that it works with
 * @param checks the company's own questions
 * @param newest SQL that answers with the moment of its newest work, UTC where it has no zone; null
 *     to ask the probes
 * @param inOdoo true when it works only after its work was read through the company's own Odoo
 */
public record ProcessProof(
    String process,
    List<ProcessProbe> probes,
    List<SqlCheck> checks,
    @Nullable String newest,
    boolean inOdoo) {

  public ProcessProof {
    probes = List.copyOf(probes);
    checks = List.copyOf(checks);
  }

  /** One that works when its database does. */
  public ProcessProof(
      String process, List<ProcessProbe> probes, List<SqlCheck> checks, @Nullable String newest) {
    this(process, probes, checks, newest, false);
  }
}
