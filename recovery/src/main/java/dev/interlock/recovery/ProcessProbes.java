package dev.interlock.recovery;

import dev.interlock.recovery.business.DocumentProbe;
import dev.interlock.recovery.business.FilesProbe;
import java.util.List;
import java.util.Optional;

/** The probes of the processes that most companies run in Odoo. */
public final class ProcessProbes {

  private ProcessProbes() {}

  /** Sales, purchasing, stock, manufacturing, accounting, and files. */
  public static List<ProcessProbe> standard() {
    return List.of(
        DocumentProbe.SALES,
        DocumentProbe.PURCHASING,
        DocumentProbe.STOCK,
        DocumentProbe.MANUFACTURING,
        DocumentProbe.ACCOUNTING,
        new FilesProbe());
  }

  /** The one for a process, by name; warehouse is another name of stock. */
  public static Optional<ProcessProbe> of(String process) {
    String name = process.equals("warehouse") ? "stock" : process;
    return standard().stream().filter(probe -> probe.process().equals(name)).findFirst();
  }
}
