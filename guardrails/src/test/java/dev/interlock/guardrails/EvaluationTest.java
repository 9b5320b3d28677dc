package dev.interlock.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.document.Document;
import dev.interlock.document.DocumentReader;
import dev.interlock.document.MappingNode;
import dev.interlock.facts.Plane;
import dev.interlock.facts.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  @Test
  void smoke() {
    List<Document> docs = new ArrayList<>();
    DocumentReader.standard()
        .read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: odoo}
            spec:
              template:
                spec:
                  containers:
                    - name: a
                      securityContext: {privileged: true}
                    - name: b
                      securityContext: {}
            """,
            "x.yaml",
            docs::add);
    var r =
        new Resource(
            Plane.KUBERNETES,
            "apps/v1/Deployment",
            "default/Deployment/odoo",
            "odoo",
            (MappingNode) docs.get(0).root(),
            "x.yaml");
    var j =
        Guardrails.evaluate(
            List.of(r), ControlPack.shipped(), Waivers.NONE, CheckContext.NONE, Instant.EPOCH);
    System.out.println(j);
    assertThat(j.summary().evaluations()).isEqualTo(2);
  }
}
