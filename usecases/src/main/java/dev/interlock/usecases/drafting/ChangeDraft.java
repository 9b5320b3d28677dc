package dev.interlock.usecases.drafting;

import dev.interlock.estate.Tier;
import dev.interlock.evidence.Digests;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Drafts a change to put to the gate at once. */
final class ChangeDraft {

  private static final int ENOUGH = 20;

  private ChangeDraft() {}

  /** True when the gate itself can run the guardrails on what the change brings in. */
  static boolean judged(Picture picture) {
    return !picture.manifests.isEmpty();
  }

  /**
   * The files that the change brings in, as they were found: manifests; where there are none, what
   * only a person or a pipeline can judge, so that a signed check is about exactly these bytes.
   */
  static List<String> manifests(Picture picture) {
    if (!judged(picture)) {
      return Stream.concat(picture.composeFiles.stream(), picture.odooConfigurations.stream())
          .limit(ENOUGH)
          .toList();
    }
    boolean known = !picture.odooManifests.isEmpty();
    return (known ? picture.odooManifests : picture.manifests).stream().limit(ENOUGH).toList();
  }

  /** The digest of the one image of Odoo that is there, when it is written. */
  static Optional<String> artifact(Picture picture) {
    List<String> digests =
        picture.odooImages.stream()
            .map(image -> image.substring(image.indexOf('@') + 1))
            .filter(Digests::isSha256)
            .distinct()
            .toList();
    return digests.size() == 1 ? Optional.of(digests.getFirst()) : Optional.empty();
  }

  /** A change whose manifests are found from the folder it lies in. */
  static String text(Picture picture, Choices choices, Path folder) {
    Page page =
        new Page()
            .comment("A first change to put to the gate. The decision will be \"stop\": nothing is")
            .comment("approved or proven yet. It says what is missing, contact by contact; GAPS.md")
            .comment("leads from there to a first go. Every edit needs new approvals.")
            .document("Change", "first-change")
            .field("title", "First change through the gate")
            .line("# What is altered: a module, config, data, schema, infrastructure, …")
            .field("kind", "module")
            .field("environment", "production")
            .line("services: [odoo]");
    artifact(page, picture, choices);
    List<String> manifests = manifests(picture);
    if (!manifests.isEmpty()) {
      page.line(
          judged(picture)
              ? "# What it brings in; the gate runs the guardrails on it."
              : "# What it brings in. The gate can't judge these files and asks for a signed check.");
      page.line("manifests:");
      manifests.forEach(file -> page.line("  - " + Words.quoted(relative(folder, file))));
    }
    return page.field("reason", "To see what the gate asks for.")
        .line("# Persons of the estate; neither of them may also approve.")
        .field("requester", "odoo-developer")
        .field("executor", "platform-engineer")
        .line("# How long it takes, going back included.")
        .line("duration: PT1H")
        .line("rollback:")
        .line("  steps:")
        .line("    - Set the previous image digest and deploy it.")
        .line("  duration: PT20M")
        .text();
  }

  private static void artifact(Page page, Picture picture, Choices choices) {
    Optional<String> digest = artifact(picture);
    if (digest.isPresent()) {
      page.field("artifact", new Guess(digest.get(), "it runs now"));
      neighbours(page, picture);
    } else if (choices.tiers().stream().anyMatch(tier -> tier.compareTo(Tier.PRODUCTION) < 0)) {
      page.gap("the digest of the image that is brought in; it must have passed the tests before");
      page.line("# artifact: sha256:…");
    } else {
      page.line("# artifact: sha256:…  # the digest of the image that is brought in");
    }
  }

  /** What stands beside Odoo in the same compose file comes in with it. */
  private static void neighbours(Page page, Picture picture) {
    List<String> digests =
        picture.neighbourImages.stream()
            .filter(image -> image.contains("@sha256:"))
            .map(image -> image.substring(image.indexOf('@') + 1))
            .distinct()
            .toList();
    if (!digests.isEmpty()) {
      page.line("# What else stands in the same file.");
      page.line("artifacts: [" + String.join(", ", digests) + "]");
    }
    picture.neighbourImages.stream()
        .filter(image -> !image.contains("@sha256:"))
        .forEach(
            image -> page.gap("image " + image + " by its digest; by its tag it can be anything"));
  }

  private static String relative(Path folder, String file) {
    Path from = folder.toAbsolutePath().normalize();
    Path to = Path.of(file).toAbsolutePath().normalize();
    return from.relativize(to).toString().replace('\\', '/');
  }
}
