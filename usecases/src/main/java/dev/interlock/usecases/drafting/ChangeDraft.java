package dev.interlock.usecases.drafting;

import java.nio.file.Path;
import java.util.List;

/** Drafts a change to put to the gate at once. */
final class ChangeDraft {

  private static final int ENOUGH = 20;

  private ChangeDraft() {}

  /** A change whose manifests are found from the folder it lies in. */
  static String text(Picture picture, Path folder) {
    Page page =
        new Page()
            .comment("A first change to put to the gate. The decision will be \"stop\": nothing is")
            .comment("approved or proven yet. It says what is missing, contact by contact.")
            .document("Change", "first-change")
            .field("title", "First change through the gate")
            .field("kind", "module")
            .field("environment", "production")
            .line("services: [odoo]")
            .gap("artifact: the digest of the image that is brought in, sha256:…");
    boolean known = !picture.odooManifests.isEmpty();
    List<String> manifests =
        (known ? picture.odooManifests : picture.manifests)
            .stream().limit(ENOUGH).map(file -> relative(folder, file)).toList();
    if (!manifests.isEmpty()) {
      page.line("manifests:");
      manifests.forEach(file -> page.line("  - " + Words.quoted(file)));
    }
    return page.field("reason", "To see what the gate asks for.")
        .field("requester", "odoo-developer")
        .field("executor", "platform-engineer")
        .line("duration: PT1H")
        .line("rollback:")
        .line("  steps:")
        .line("    - Set the previous image digest and deploy it.")
        .line("  duration: PT20M")
        .text();
  }

  private static String relative(Path folder, String file) {
    Path from = folder.toAbsolutePath().normalize();
    Path to = Path.of(file).toAbsolutePath().normalize();
    return from.relativize(to).toString();
  }
}
