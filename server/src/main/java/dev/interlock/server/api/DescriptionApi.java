package dev.interlock.server.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of this API in OpenAPI 3.1, as it was derived when the program was tested. */
@RestController
class DescriptionApi {

  @GetMapping(path = "/api/v1/openapi.yaml", produces = "application/yaml")
  Resource description() {
    return new ClassPathResource("openapi.yaml", DescriptionApi.class);
  }
}
