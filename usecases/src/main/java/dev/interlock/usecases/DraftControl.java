package dev.interlock.usecases;

import dev.interlock.document.DocumentHeader;
import dev.interlock.finding.Fault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/** Begins a control: a file that can be used at once and says what to change in it. */
public final class DraftControl {

  private static final Pattern NAME = Pattern.compile(DocumentHeader.NAME_PATTERN);

  /**
   * Writes {@code NAME.yaml} into the folder, which is made when it is missing.
   *
   * @return the file
   * @throws InputRejected when the name cannot be one or the file exists
   * @throws Fault when it cannot be written
   */
  public Path run(String name, Path folder) {
    if (!NAME.matcher(name).matches() || name.length() > DocumentHeader.NAME_MAX) {
      throw new InputRejected(
          ActionCode.BAD_CONTROL_NAME.code(),
          name,
          "this cannot be a name: expected a-z, 0-9, - and ., at most 63 characters",
          "say what must hold, such as backups-leave-the-region");
    }
    Path file = folder.resolve(name + ".yaml");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, TEMPLATE.replace("NAME", name), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException _) {
      throw new InputRejected(
          ActionCode.EXISTS.code(), file.toString(), "the file exists", "choose another name");
    } catch (IOException e) {
      throw new Fault(
          ActionCode.CANNOT_WRITE.code(), "cannot write " + file + ": " + e.getMessage(), e);
    }
    return file;
  }

  private static final String TEMPLATE =
      """
      # A control: a CEL expression that must be true for each resource it is about.
      # Try it: interlock check manifests/ --controls NAME.yaml
      apiVersion: interlock.dev/v1
      kind: Control
      metadata:
        name: NAME
      spec:
        # What it asks for, one short sentence.
        title: Deployments say which team owns them
        # Which resources it is about; empty lists match everything.
        match:
          planes: [kubernetes]
          types: ["apps/v1/Deployment"]
        # True when the resource is as it should be. A step written .?key may be absent.
        # Variables: resource, item (with each), pod, subject, estate, environment, params.
        rule: resource.metadata.?labels[?params.label].hasValue()
        # CEL that gives the message; the title when left out.
        message: "'the label ' + params.label + ' is missing'"
        # The property a finding points at.
        at: resource.metadata.labels
        severity: medium
        rationale: When it breaks at night, somebody must know whom to call.
        remediation: Add the label with the name of the team.
        frameworks: []
        params:
          label: team
      """;
}
