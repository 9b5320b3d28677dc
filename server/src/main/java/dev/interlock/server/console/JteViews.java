package dev.interlock.server.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Pages from templates that were compiled when the program was built. */
@Component
final class JteViews implements ViewResolver, Ordered {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.interlock.server.pages");

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  /** Null for what is no template of ours, so that others may know it. */
  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    return engine.hasTemplate(name + ".jte") ? new Page(name + ".jte") : null;
  }

  private final class Page implements View {

    private final String template;

    Page(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Map<String, Object> values = new HashMap<>();
      if (model != null && model.containsKey("page")) {
        values.put("page", model.get("page"));
      }
      Utf8ByteOutput output = new Utf8ByteOutput();
      engine.render(template, values, output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
