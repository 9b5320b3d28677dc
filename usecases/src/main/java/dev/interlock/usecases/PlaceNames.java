package dev.interlock.usecases;

import dev.interlock.evidence.DecisionRecord;
import dev.interlock.evidence.DecisionRecord.ContactRecord;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names files in a derived decision as they were named when it was made, so that the two can be
 * compared.
 *
 * @param inputs where the change lies now
 * @param root where it lay
 * @param estate where the estate lies now
 * @param namedEstate where it lay
 */
record PlaceNames(String inputs, String root, String estate, String namedEstate) {

  /**
   * The record with the names of then.
   *
   * @param passedOver evidence that was given then and is not here, with its digests
   */
  DecisionRecord in(DecisionRecord now, Map<String, String> passedOver) {
    Map<String, String> evidence = new TreeMap<>(passedOver);
    evidence.putAll(now.evidence());
    return new DecisionRecord(
        now.change(),
        now.changeDigest(),
        now.environment(),
        now.decision(),
        now.tier(),
        now.tierReasons().stream().map(this::renamed).toList(),
        now.notBefore(),
        now.expires(),
        now.contacts().stream().map(this::renamed).toList(),
        now.estateDigest(),
        evidence,
        now.version(),
        now.at());
  }

  private ContactRecord renamed(ContactRecord contact) {
    return new ContactRecord(
        contact.name(),
        contact.state(),
        renamed(contact.reason()),
        contact.closesAt(),
        contact.evidence().stream().map(this::renamed).toList());
  }

  private String renamed(String text) {
    return text.replace(inputs + "/", prefix(root)).replace(estate + "/", prefix(namedEstate));
  }

  /** What stands before the names in a folder: nothing in the present one, one slash at the top. */
  private static String prefix(String folder) {
    return folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/";
  }
}
