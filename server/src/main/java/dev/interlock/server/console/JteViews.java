package dev.interlock.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Pages from templates that were compiled when the program was built. */
@Component
final class JteViews implements ViewResolver {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.interlock.server.pages");

  @Override
  public View resolveViewName(String name, Locale locale) {
    return (model, _, response) -> render(name, model, response);
  }

  private void render(
      String name,
      @org.jspecify.annotations.Nullable Map<String, ?> model,
      HttpServletResponse response)
      throws java.io.IOException {
    Map<String, Object> values = new HashMap<>();
    if (model != null && model.get("page") != null) {
      values.put("page", model.get("page"));
    }
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(name + ".jte", values, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }
}
