package dev.interlock.usecases;

import dev.interlock.evidence.DecisionRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The estate that a decision should have been derived from, as the one who doubts it knows it. */
final class ExpectedEstate {

  private static final String ALGORITHM = "sha256:";
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  private ExpectedEstate() {}

  /**
   * The digests that are expected; none when nothing is.
   *
   * @throws InputRejected when the folder is no estate or the digest none
   */
  static List<String> digests(ReplayDecision.Request request) {
    List<String> digests = new ArrayList<>();
    Path folder = request.estate();
    if (folder != null) {
      digests.add(DecideChange.estate(folder).digest());
    }
    String digest = request.estateDigest();
    if (digest != null) {
      digests.add(normal(digest));
    }
    return digests;
  }

  private static String normal(String digest) {
    String lower = digest.toLowerCase(Locale.ROOT);
    String whole = lower.startsWith(ALGORITHM) ? lower : ALGORITHM + lower;
    if (!DIGEST.matcher(whole).matches()) {
      throw new InputRejected(
          ActionCode.NO_DIGEST.code(),
          "--estate-digest",
          "this is no SHA-256: " + digest,
          "expected sha256: and 64 hex digits, as gate --replay prints it");
    }
    return whole;
  }

  /** One sentence for each expectation that the pack's estate does not meet. */
  static List<String> differences(List<String> expected, DecisionRecord derived) {
    return expected.stream()
        .filter(digest -> !digest.equals(derived.estateDigest()))
        .map(digest ->
            "estate: expected "
                + DecisionDifferences.brief(digest)
                + ", the pack holds "
                + DecisionDifferences.brief(derived.estateDigest()))
        .toList();
  }
}
