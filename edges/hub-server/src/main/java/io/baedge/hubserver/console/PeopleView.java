package io.baedge.hubserver.console;

import io.baedge.model.doc.Doc;
import java.util.List;

/**
 * People that a search found.
 *
 * @param words that were searched for
 * @param next cursor of the rows that follow; empty on the last page
 * @param total people that the hub knows
 * @param unclaimed devices that speak for no badge
 */
public record PeopleView(
    String words, List<Person> people, String next, int total, List<String> unclaimed) {
  public PeopleView {
    people = List.copyOf(people);
    unclaimed = List.copyOf(unclaimed);
  }

  /** One person. */
  public record Person(
      String key, String name, String title, String company, String role, String badge) {
    static Person of(Doc doc) {
      var fields = Fields.of(doc);
      return new Person(
          fields.text("key"),
          fields.text("name"),
          fields.text("title"),
          fields.text("company"),
          fields.text("role"),
          fields.text("badge"));
    }

    /** Title and company in one line. */
    public String about() {
      return title.isEmpty() || company.isEmpty() ? title + company : title + ", " + company;
    }
  }

  /** The view of what the hub answered to a search. */
  public static PeopleView of(
      String words, Doc.Fields answer, String next, int total, List<String> unclaimed) {
    List<Person> people = Fields.of(answer).list("people").stream().map(Person::of).toList();
    return new PeopleView(words, people, next, total, unclaimed);
  }

  /** Whether nothing was searched for and there is nobody. */
  public boolean nobody() {
    return total == 0;
  }
}
