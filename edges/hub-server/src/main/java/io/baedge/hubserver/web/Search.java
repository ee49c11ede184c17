package io.baedge.hubserver.web;

import io.baedge.hub.overview.BadgeOverview;
import java.text.Normalizer;
import java.util.Locale;

/** Finds rows by words; upper case and accents do not matter. */
final class Search {
  private final String[] words;

  Search(String text) {
    words = fold(text).strip().split("\\s+");
  }

  boolean finds(BadgeOverview row) {
    String wearer =
        row.wearer().map(w -> w.name() + ' ' + w.company() + ' ' + w.wearer()).orElse("");
    String device = row.identity().device().map(Object::toString).orElse("");
    String text = fold(row.key() + ' ' + wearer + ' ' + device + ' ' + row.gauges().accessPoint());
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }
}
