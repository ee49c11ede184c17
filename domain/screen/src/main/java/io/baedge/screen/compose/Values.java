package io.baedge.screen.compose;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a layout's placeholders stand for: dotted keys to texts, such as `wearer.name`. Elements of
/// lists have their place in the key: `schedule.next[0].title`. Immutable; at most 512 keys.
public final class Values {
  /// Most keys a set of values may have.
  public static final int MAX_KEYS = 512;

  /// Longest key, in characters.
  public static final int MAX_KEY_LENGTH = 96;

  /// Longest text, in characters.
  public static final int MAX_TEXT_LENGTH = 1024;

  private static final Values EMPTY = new Values(new TreeMap<>());

  private final SortedMap<String, String> texts;

  private Values(TreeMap<String, String> texts) {
    this.texts = Collections.unmodifiableSortedMap(texts);
  }

  /// No values at all.
  public static Values empty() {
    return EMPTY;
  }

  /// Values of this map.
  ///
  /// @throws IllegalArgumentException if a key is not dotted words, or a limit is exceeded
  public static Values of(Map<String, String> texts) {
    TreeMap<String, String> copy = new TreeMap<>();
    texts.forEach((key, text) -> copy.put(checkedKey(key), checkedText(key, text)));
    checkCount(copy.size());
    return new Values(copy);
  }

  /// These values and one more; an earlier text of the key is replaced.
  public Values with(String key, String text) {
    TreeMap<String, String> copy = new TreeMap<>(texts);
    copy.put(checkedKey(key), checkedText(key, text));
    checkCount(copy.size());
    return new Values(copy);
  }

  /// These values and the others; where both know a key the others win.
  public Values with(Values others) {
    TreeMap<String, String> copy = new TreeMap<>(texts);
    copy.putAll(others.texts);
    checkCount(copy.size());
    return new Values(copy);
  }

  /// These values and a list: entry `i` of `items` under `key[i].`; an earlier list of the key is
  /// replaced.
  public Values withList(String key, List<Map<String, String>> items) {
    checkedKey(key);
    TreeMap<String, String> copy = new TreeMap<>(texts);
    copy.subMap(key + "[", key + "\\").clear();
    for (int i = 0; i < items.size(); i++) {
      String prefix = key + "[" + i + "].";
      items
          .get(i)
          .forEach(
              (name, text) ->
                  copy.put(checkedKey(prefix + name), checkedText(prefix + name, text)));
    }
    checkCount(copy.size());
    return new Values(copy);
  }

  /// The text of a key; empty if the key is not known.
  public Optional<String> get(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /// How many entries the list of this key has, counted from 0 without a gap.
  public int listSize(String key) {
    int size = 0;
    while (hasPrefix(key + "[" + size + "].")) {
      size++;
    }
    return size;
  }

  private boolean hasPrefix(String prefix) {
    SortedMap<String, String> from = texts.tailMap(prefix);
    return !from.isEmpty() && from.firstKey().startsWith(prefix);
  }

  /// All keys and texts in the order of the keys.
  public SortedMap<String, String> asMap() {
    return texts;
  }

  private static String checkedKey(String key) {
    if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "the key "
              + quoted(key)
              + " has "
              + key.length()
              + " characters; use 1 to "
              + MAX_KEY_LENGTH);
    }
    for (int i = 0; i < key.length(); i++) {
      if (!isKeyCharacter(key.charAt(i))) {
        throw new IllegalArgumentException(
            "the key "
                + quoted(key)
                + " may hold only letters, digits, '.', '_', '-' and list places such as [0]");
      }
    }
    return key;
  }

  private static boolean isKeyCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-[]".indexOf(c) >= 0;
  }

  private static String checkedText(String key, String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException(
          "the value of "
              + quoted(key)
              + " has "
              + text.length()
              + " characters; use at most "
              + MAX_TEXT_LENGTH);
    }
    return text;
  }

  private static void checkCount(int count) {
    if (count > MAX_KEYS) {
      throw new IllegalArgumentException(
          count + " values are too many; a screen takes at most " + MAX_KEYS);
    }
  }

  private static String quoted(String text) {
    return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
