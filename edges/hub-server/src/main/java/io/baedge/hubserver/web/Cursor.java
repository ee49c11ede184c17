package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a page ends, as an opaque text. */
final class Cursor {
  private static final String FORM = "1:";

  private Cursor() {}

  static String after(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((FORM + key).getBytes(StandardCharsets.UTF_8));
  }

  /** The hub's page with an opaque cursor in place of its word that there is more. */
  static Doc.Fields page(Doc.Fields page, String list, String key) {
    Map<String, Doc> values = new LinkedHashMap<>(page.values());
    Doc more = values.remove("more");
    if (new Doc.Bool(true).equals(more)) {
      values.put("next", new Doc.Text(after(lastKey(page, list, key))));
    }
    return new Doc.Fields(values);
  }

  private static String lastKey(Doc.Fields page, String list, String key) {
    return page.values().get(list) instanceof Doc.Items(List<Doc> items)
            && !items.isEmpty()
            && items.getLast() instanceof Doc.Fields last
            && last.values().get(key) instanceof Doc.Text(String text)
        ? text
        : "";
  }

  static String read(String cursor) {
    if (cursor.isEmpty()) {
      return "";
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(FORM)) {
        return text.substring(FORM.length());
      }
    } catch (IllegalArgumentException e) {
      // Said below together with texts that decode to something else.
    }
    throw Refused.field(
        "cursor",
        "is '" + Shown.of(cursor) + "'; give the 'next' of the page before, or leave it out");
  }
}
