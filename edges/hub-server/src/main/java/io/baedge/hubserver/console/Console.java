package io.baedge.hubserver.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.baedge.model.doc.Doc;
import java.util.List;
import java.util.Map;

/** Renders the pages. Safe from any thread. */
public final class Console {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final String site;
  private final Assets assets;
  private final boolean demo;

  /**
   * A console.
   *
   * @param demo whether it has the page of mishaps
   */
  public Console(String site, Assets assets, boolean demo) {
    this.site = site;
    this.assets = assets;
    this.demo = demo;
  }

  /** Every badge's live glass. */
  public String wall(List<String> screens) {
    return page("wall", "Wall", "rows,fleet", Map.of("screens", screens));
  }

  /**
   * One badge.
   *
   * @param at id of the newest event that the view holds; the page hears what follows
   */
  public String badge(BadgeView badge, List<NoteView> notes, List<String> screens, String at) {
    return page(
        "badge",
        badge.title(),
        "rows,note",
        Map.of("badge", badge, "notes", notes, "screens", screens, "at", at));
  }

  /** The parts of a badge's page that change. */
  public String badgeParts(BadgeView badge, List<NoteView> notes) {
    return render("badgeparts", Map.of("badge", badge, "notes", notes));
  }

  /** People, with those that the words find. */
  public String people(PeopleView people) {
    return page("people", "People", "fleet", Map.of("people", people));
  }

  /** The rows of people alone. */
  public String peopleRows(PeopleView people) {
    return render("peoplerows", Map.of("people", people));
  }

  /** Import of people and of the schedule. */
  public String imports() {
    return page("import", "Import", "fleet", Map.of());
  }

  /** What can happen to the demo. */
  public String mishaps() {
    return page("mishaps", "Mishaps", "rows,fleet,note", Map.of());
  }

  /** What the API can do, from its own description. */
  public String api(Doc.Fields openApi) {
    return page("api", "API", "fleet", Map.of("api", ApiView.of(openApi)));
  }

  private String page(String page, String title, String topics, Map<String, Object> values) {
    var frame = new PageFrame(site, assets.base(), page, title, topics, demo);
    var all = new java.util.LinkedHashMap<String, Object>(values);
    all.put("frame", frame);
    return render(page, all);
  }

  private String render(String template, Map<String, Object> values) {
    var output = new StringOutput(16 * 1024);
    engine.render(template + ".jte", values, output);
    return output.toString();
  }
}
