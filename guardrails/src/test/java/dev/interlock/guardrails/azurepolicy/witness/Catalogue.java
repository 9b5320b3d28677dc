package dev.interlock.guardrails.azurepolicy.witness;

import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.document.ReadOptions;
import dev.interlock.goldens.Shared;
import dev.interlock.guardrails.azurepolicy.model.PolicyObjects;
import dev.interlock.guardrails.azurepolicy.source.PolicyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** What Microsoft published. */
final class Catalogue {

  private Catalogue() {}

  /** The built-in definitions. */
  static PolicyObjects builtIns() {
    PolicyReader reader = new PolicyReader();
    try (InputStream stream =
        new GZIPInputStream(
            Files.newInputStream(Shared.require("cases/azure-policy-builtins.jsonl.gz")))) {
      String lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      DocumentReader.with(ReadOptions.policies())
          .read(
              lines,
              "built-ins",
              line ->
                  reader.node(
                      Objects.requireNonNull(((MappingNode) line.root()).get("definition")),
                      line.file(),
                      "line"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.finish().objects();
  }

  /** The landing-zone library. */
  static PolicyObjects landingZones() {
    return PolicyReader.read(List.of(Shared.require("cases/alz-library"))).objects();
  }
}
