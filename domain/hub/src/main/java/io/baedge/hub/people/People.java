package io.baedge.hub.people;

import io.baedge.hub.store.Write;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The attendee list. People are known by a stable key, so importing it again changes nothing. */
public final class People {
  /** Looked up all the time; the sorted set beside it is only for searching. */
  private final Map<WearerId, Person> people = new LinkedHashMap<>();

  private final TreeSet<WearerId> sorted = new TreeSet<>();

  /** A person with what a search looks at. */
  private record Person(WearerCard card, String folded) {}

  /** What an import would change. */
  public record Change(List<WearerCard> created, List<WearerCard> changed, int unchanged) {}

  /** Takes a stored person. */
  public void restore(Write.Person stored) {
    put(stored.card());
  }

  /** The person. */
  public Optional<WearerCard> find(WearerId wearer) {
    return Optional.ofNullable(people.get(wearer)).map(Person::card);
  }

  /** How many people. */
  public int count() {
    return people.size();
  }

  /** Compares a list with what is there. */
  public Change compare(List<WearerCard> cards) {
    List<WearerCard> created = new ArrayList<>();
    List<WearerCard> changed = new ArrayList<>();
    for (WearerCard card : cards) {
      Person present = people.get(card.wearer());
      if (present == null) {
        created.add(card);
      } else if (!present.card().equals(card)) {
        changed.add(card);
      }
    }
    return new Change(created, changed, cards.size() - created.size() - changed.size());
  }

  /** Adds or changes a person. */
  public Write put(WearerCard card, long wallMs) {
    put(card);
    return new Write.Person(card, wallMs);
  }

  /** People with all of the words in name, company or key; upper case and accents do not matter. */
  public List<WearerCard> search(String words, String after, int limit) {
    String[] wanted = fold(words).strip().split("\\s+");
    List<WearerCard> found = new ArrayList<>();
    for (WearerId wearer : sorted) {
      if (found.size() == limit) {
        break;
      }
      Person person = people.get(wearer);
      if (person != null && wearer.text().compareTo(after) > 0 && hasAll(person.folded(), wanted)) {
        found.add(person.card());
      }
    }
    return found;
  }

  private void put(WearerCard card) {
    String text = card.name() + ' ' + card.company() + ' ' + card.wearer().text();
    people.put(card.wearer(), new Person(card, fold(text)));
    sorted.add(card.wearer());
  }

  private static boolean hasAll(String text, String[] words) {
    for (String word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.toLowerCase(Locale.ROOT).replace('ł', 'l').replace('ø', 'o').replace("ß", "ss");
  }
}
