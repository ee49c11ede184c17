package io.baedge.hub.request;

import io.baedge.model.id.BadgeId;
import io.baedge.model.id.WearerId;

/** For which badges a layer of desired values or an announcement holds; later ones override. */
public sealed interface Scope {
  /** Every badge of the site. */
  record Site() implements Scope {}

  /** Every badge with this label. */
  record Group(String label) implements Scope {}

  /** Whatever badge this attendee wears. */
  record Wearer(WearerId wearer) implements Scope {}

  /** One badge. */
  record Badge(BadgeId badge) implements Scope {}

  /** The whole site. */
  Scope SITE = new Site();

  /** The kind as a word: site, group, wearer or badge. */
  default String kind() {
    return switch (this) {
      case Site _ -> "site";
      case Group _ -> "group";
      case Wearer _ -> "wearer";
      case Badge _ -> "badge";
    };
  }

  /** The label, wearer key or badge id; empty for the site. Kind and key together are unique. */
  default String key() {
    return switch (this) {
      case Site _ -> "";
      case Group(String label) -> label;
      case Wearer(WearerId wearer) -> wearer.text();
      case Badge(BadgeId badge) -> badge.text();
    };
  }

  /** The scope of that kind and key; the reverse of {@link #kind()} and {@link #key()}. */
  static Scope of(String kind, String key) {
    return switch (kind) {
      case "site" -> SITE;
      case "group" -> new Group(key);
      case "wearer" -> new Wearer(new WearerId(key));
      case "badge" -> new Badge(new BadgeId(key));
      default ->
          throw new IllegalArgumentException(
              "a scope is site, group, wearer or badge, not '" + kind + "'");
    };
  }
}
