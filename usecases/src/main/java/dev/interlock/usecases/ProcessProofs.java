package dev.interlock.usecases;

import dev.interlock.estate.BusinessProcess;
import dev.interlock.estate.RecoveryProof;
import dev.interlock.finding.Diagnostic;
import dev.interlock.finding.SourceRef;
import dev.interlock.recovery.Expectation;
import dev.interlock.recovery.ProcessProbe;
import dev.interlock.recovery.ProcessProbes;
import dev.interlock.recovery.ProcessProof;
import dev.interlock.recovery.SqlCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What proves that the processes of an estate work. */
final class ProcessProofs {

  private ProcessProofs() {}

  /**
   * Of all processes that say what proves them.
   *
   * @throws InputRejected when a question is none
   */
  static List<ProcessProof> of(Map<String, BusinessProcess> processes) {
    List<Diagnostic> wrong = new ArrayList<>();
    List<ProcessProof> proofs = new ArrayList<>();
    processes.forEach((name, process) -> {
      RecoveryProof recovery = process.recovery();
      if (recovery != null) {
        proofs.add(proof(name, recovery, wrong));
      }
    });
    if (!wrong.isEmpty()) {
      throw new InputRejected(wrong);
    }
    return proofs;
  }

  private static ProcessProof proof(String name, RecoveryProof recovery, List<Diagnostic> wrong) {
    List<ProcessProbe> probes =
        recovery.work().stream()
            .map(work -> ProcessProbes.of(word(work.name())))
            .flatMap(Optional::stream)
            .toList();
    List<SqlCheck> checks = new ArrayList<>();
    for (RecoveryProof.SqlProof own : recovery.checks()) {
      if (isQuestion(name, own.name(), own.sql(), wrong)) {
        checks.add(new SqlCheck(own.name(), own.sql(), expectation(own)));
      }
    }
    String newest = recovery.newest();
    if (newest != null) {
      isQuestion(name, "newest", newest, wrong);
    }
    return new ProcessProof(name, probes, checks, newest, recovery.inOdoo());
  }

  private static boolean isQuestion(
      String process, String what, String sql, List<Diagnostic> wrong) {
    if (SqlCheck.isQuestion(sql)) {
      return true;
    }
    wrong.add(
        Diagnostic.error(
                ActionCode.NO_QUESTION.code(),
                SourceRef.file("BusinessProcess " + process),
                "recovery: " + what + " is no question in SQL")
            .withHint("one statement that begins with select, with, values or table"));
    return false;
  }

  private static Expectation expectation(RecoveryProof.SqlProof own) {
    return Expectation.parse(word(own.expect().name())).orElseThrow();
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
