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
 */
public record ProcessProof(
    String process, List<ProcessProbe> probes, List<SqlCheck> checks, @Nullable String newest) {

  public ProcessProof {
    probes = List.copyOf(probes);
    checks = List.copyOf(checks);
  }
}
