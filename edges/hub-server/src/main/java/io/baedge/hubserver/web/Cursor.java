package io.baedge.hubserver.web;

import io.baedge.model.doc.Doc;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page ends, as an opaque text. */
final class Cursor {
  private static final String FORM = "1:";

  private Cursor() {}

  static String after(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((FORM + key).getBytes(StandardCharsets.UTF_8));
  }

  /** The page with its last key made opaque. */
  static Doc.Fields hide(Doc.Fields page) {
    return page.values().get("next") instanceof Doc.Text(String key)
        ? page.with("next", new Doc.Text(after(key)))
        : page;
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
