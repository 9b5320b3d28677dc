package dev.interlock.recovery.plan;

import dev.interlock.estate.BackupPlan;
import dev.interlock.estate.Environment;
import dev.interlock.estate.Service;
import dev.interlock.estate.Service.ServiceType;
import dev.interlock.finding.Moment;
import dev.interlock.recovery.PlanRecovery.Known;
import dev.interlock.recovery.RecoveryPlan.Choice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people do in each step, in words. */
final class StepTexts {

  private final Known known;
  private final Choice choice;

  StepTexts(Known known, Choice choice) {
    this.known = known;
    this.choice = choice;
  }

  List<String> decide() {
    Instant happened = known.happenedAt();
    return List.of(
        "Say aloud that this is a disaster and write the time down: from now on the recovery objectives count.",
        happened == null
            ? "Find out when it happened, as exactly as you can; make this plan again with it."
            : "It happened " + Moment.utc(happened) + ".",
        "Tell the plants to work by their fallback sheets.");
  }

  String containTitle() {
    return switch (known.scenario()) {
      case REGION_LOST -> "Make sure that the old place stays off";
      case RANSOMWARE -> "Isolate, and keep what happened";
      case OPERATOR_ERROR -> "Stop what makes it worse";
    };
  }

  List<String> contain() {
    return switch (known.scenario()) {
      case REGION_LOST ->
          List.of(
              "Ask the cloud provider how long it lasts; a region that comes back in an hour is no disaster.",
              "Switch off whatever would start again by itself in "
                  + known.place().region()
                  + ": two systems that write are worse than none.",
              standby());
      case RANSOMWARE ->
          List.of(
              "Cut the environment off from the network; do not switch machines off, their memory is evidence.",
              "Revoke keys and passwords that were in it, of people and of programs; use none of them again.",
              "Recover into new machines and a new subscription, never onto the old ones.");
      case OPERATOR_ERROR ->
          List.of(
              "Stop jobs and workers, and put the maintenance page up, so that nothing builds on wrong data.",
              "Save the database as it is now, before anything is repaired.");
    };
  }

  private String standby() {
    return MissingParts.standby(known)
        .flatMap(name ->
            known
                .estate()
                .find(Environment.class, name)
                .map(it -> "Go to " + it.displayName() + " (" + name + ") in " + it.region() + "."))
        .orElse("There is no prepared place to go to: build one from the platform's files.");
  }

  List<String> choose() {
    Instant point = choice.point();
    if (point == null) {
      return List.of("No backup is known that fits: " + choice.why() + ".");
    }
    return List.of(
        choice.withLog()
            ? "Take the base backup "
                + choice.backup()
                + " and its log up to "
                + Moment.utc(point)
                + "; interlock drill run --to-time "
                + point
                + " shows that it comes back."
            : "Take " + choice.backup() + ", which brings back " + Moment.utc(point) + ".",
        "Why this one: " + choice.why() + ".",
        "All work after that moment is lost: tell the plants, who enter it again from their forms.");
  }

  List<String> service(String name, Service service) {
    List<String> details = new ArrayList<>();
    details.add(how(service.type()));
    plan(service).ifPresent(plan -> details.add(copy(plan)));
    if (service.backupPlan() == null && service.type().isStore()) {
      details.add("Nothing says where a copy of " + name + " is.");
    }
    return details;
  }

  private static String how(ServiceType type) {
    return switch (type) {
      case POSTGRESQL ->
          "Restore the database, stop at the first error, and have it verified before anybody uses it.";
      case FILESTORE ->
          "Bring the files of attachments back to the same moment as the database, or later; never earlier.";
      case OBJECT_STORAGE ->
          "Fail the storage over, or bring its versions back to the same moment.";
      case REDIS ->
          "Start it empty unless work waits in it; sessions are lost, people sign in again.";
      case ODOO ->
          "Start the pinned image against the restored database; workers and crons last of all.";
      case TRAEFIK ->
          "Put the ingress up from its configuration, closed to everybody but those who verify.";
      case DNS ->
          "Have the zones in the new place with a short time to live; names change after the sign-off.";
      case CERTIFICATES ->
          "Have certificates and their keys in the new place; issue new ones where keys may be known.";
      case IDENTITY -> "Make sure that people and programs can sign in to the new place.";
      case PLANT_LINK ->
          "Connect the plant: line, addresses, terminals; try one terminal before all.";
      case INTEGRATION ->
          "Ask the partner from which message on; send nothing twice, and let one message through first.";
      case MAIL ->
          "Let mail out only after the sign-off; throw away what is older than the restored moment.";
      case MONITORING -> "Watch the new place before people work in it.";
      case OTHER -> "Bring it back as its runbook says.";
    };
  }

  private Optional<BackupPlan> plan(Service service) {
    return Optional.ofNullable(service.backupPlan())
        .flatMap(name -> known.estate().find(BackupPlan.class, name));
  }

  private static String copy(BackupPlan plan) {
    String region = plan.targetRegion() == null ? "" : " in " + plan.targetRegion();
    String key = plan.encryptedWith() == null ? "" : "; the key is " + plan.encryptedWith();
    return "The copy: " + plan.displayName() + ", at " + plan.target() + region + key + ".";
  }

  List<String> aside(Service service) {
    List<String> details = new ArrayList<>();
    details.add("Restore it into an isolated place, as a drill does; the running one stays.");
    plan(service).map(StepTexts::copy).ifPresent(details::add);
    return details;
  }

  List<String> takeOver() {
    return List.of(
        "Compare the lost tables with the running ones; name the rows, let their owner confirm them.",
        "Take over these rows alone, in one transaction, parents before children, with their files.",
        "Two people: one who types and one who reads. It is a change, with a way back.");
  }

  List<String> verify() {
    return List.of(
        "Ask the restored system what a drill asks: the database, Odoo, the books, the stock, the canary.",
        "Each process owner does one piece of work that counts, and says so.");
  }

  List<String> signOff() {
    return List.of(
        "Say in writing that the recovered system is good, as of which moment, and what was lost.");
  }

  List<String> goOn() {
    return switch (known.scenario()) {
      case REGION_LOST ->
          List.of(
              "Change the names to the new addresses, and watch until the last plant has them.",
              "Open to the plants one by one; work from the fallback forms is entered, oldest first.",
              "Going back is a change of its own, in a maintenance window; until then save this place too.");
      case RANSOMWARE ->
          List.of(
              "Open to the plants one by one; watch for what the attackers did before.",
              "Talk to the authorities and to those whose data it was, in the time that the law gives.");
      case OPERATOR_ERROR ->
          List.of(
              "Take the maintenance page away, start jobs and workers, and watch the first hour.",
              "Write down how it could happen.");
    };
  }
}
