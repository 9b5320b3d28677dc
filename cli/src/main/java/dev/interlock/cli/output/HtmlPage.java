package dev.interlock.cli.output;

import java.io.PrintWriter;
import java.util.List;

/**
 * A page for people that needs nothing beside itself: neither scripts nor fonts nor a network, made
 * to be printed on A4 or Letter. Whatever is given as text is shown as text.
 */
public final class HtmlPage {

  private static final String STYLE =
      """
      @page{margin:16mm 14mm}
      *{box-sizing:border-box}
      body{font:15px/1.45 system-ui,"Segoe UI","Liberation Sans",sans-serif;color:#14181d;background:#fff;
      max-width:52rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
      h2{font-size:1.15rem;margin:1.6rem 0 .5rem;border-bottom:2px solid #14181d;padding-bottom:.2rem;break-after:avoid}
      h3{font-size:1rem;margin:0 0 .15rem}
      p{margin:.25rem 0}
      .small{font-size:.85rem;color:#444b53}
      .box{border:1.5px solid #14181d;border-radius:4px;padding:.6rem .8rem;margin:.6rem 0;break-inside:avoid}
      .warn{border-left:8px solid #b3261e}
      .good{border-left:8px solid #1b6e3c}
      .open{border-left:8px solid #a86a00}
      table{width:100%;border-collapse:collapse;margin:.4rem 0}
      th,td{text-align:left;vertical-align:top;padding:.35rem .5rem .35rem 0;border-bottom:1px solid #b9c0c8}
      th{font-size:.85rem;white-space:nowrap}
      tr{break-inside:avoid}
      ol,ul{margin:.3rem 0;padding-left:1.4rem}
      li{margin:.15rem 0}
      .tick::before{content:"";display:inline-block;width:1.05em;height:1.05em;border:1.5px solid #14181d;
      margin-right:.55em;vertical-align:-.15em}
      .tick{list-style:none;padding-left:.5rem;text-indent:-1.7em}
      .line{border-bottom:1px solid #14181d;height:1.9rem}
      .sheet{break-after:page}
      .sheet:last-child{break-after:auto}
      @media print{body{margin:0;padding:0;max-width:none;font-size:10.5pt}.box{margin:.4rem 0}
      h2{margin:.9rem 0 .3rem}.line{height:1.6rem}}
      """;

  private final PrintWriter out;

  /** Writes to this writer, which stays open. */
  public HtmlPage(PrintWriter out) {
    this.out = out;
  }

  /** Begins the page. */
  public HtmlPage begin(String title) {
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta name=\"viewport\" content=\"width=device-width\">\n");
    element("title", title);
    out.write("<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
    return this;
  }

  /** Ends it. */
  public void end() {
    out.write("</body>\n</html>\n");
  }

  /** Opens a part of a kind; see the style. */
  public HtmlPage open(String tag, String kind) {
    out.write("<" + tag + (kind.isEmpty() ? "" : " class=\"" + kind + "\"") + ">\n");
    return this;
  }

  /** Closes the part that was opened last. */
  public HtmlPage close(String tag) {
    out.write("</" + tag + ">\n");
    return this;
  }

  /** A text in an element. */
  public HtmlPage element(String tag, String text) {
    out.write("<" + tag + ">" + escape(text) + "</" + tag + ">\n");
    return this;
  }

  /** A text in an element of a kind. */
  public HtmlPage element(String tag, String kind, String text) {
    out.write("<" + tag + " class=\"" + kind + "\">" + escape(text) + "</" + tag + ">\n");
    return this;
  }

  /** A list, each with a box to tick. */
  public HtmlPage ticks(List<String> texts) {
    open("ul", "");
    texts.forEach(text -> element("li", "tick", text));
    return close("ul");
  }

  /** A row of a table: what, and its value. */
  public HtmlPage row(String what, String value) {
    out.write("<tr><th>" + escape(what) + "</th><td>" + escape(value) + "</td></tr>\n");
    return this;
  }

  /** Empty lines to write on. */
  public HtmlPage lines(int count) {
    for (int i = 0; i < count; i++) {
      element("div", "line", "");
    }
    return this;
  }

  private static String escape(String text) {
    return XmlText.escape(Prose.safe(text));
  }
}
