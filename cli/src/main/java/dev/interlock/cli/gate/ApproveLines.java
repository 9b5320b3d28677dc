package dev.interlock.cli.gate;

import dev.interlock.changes.MissingApproval;
import dev.interlock.cli.output.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commands by which people give the approvals that are missing, ready to be copied.
 *
 * @param program as the user calls it
 * @param change file of the change, as the user named it
 * @param name of the change
 * @param estate its folder, as the user named it
 * @param evidence its folder, as the user named it; null when there is none yet
 */
record ApproveLines(String program, Path change, String name, Path estate, @Nullable Path evidence)
    implements ApprovalWay {

  @Override
  public String verb() {
    return "runs";
  }

  /** The command of the first person who can give it, over several lines. */
  @Override
  public List<String> of(MissingApproval missing) {
    String person = missing.candidates().getFirst();
    List<String> lines = new ArrayList<>();
    lines.add(program + " approve " + Shell.word(change));
    lines.add("--estate " + Shell.word(estate) + " --person " + Shell.word(person));
    String plant = missing.plant() == null ? "" : " --plant " + Shell.word(missing.plant());
    lines.add("--role " + Shell.word(missing.role()) + plant);
    lines.add("--key " + Shell.word(person + ".key"));
    lines.add("--out " + Shell.word(answer(person)));
    return Shell.continued(lines);
  }

  private Path answer(String person) {
    Path folder = (evidence == null ? Path.of("evidence") : evidence).resolve(name);
    return folder.resolve("approval-" + person + ".json");
  }
}
