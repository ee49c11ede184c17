package io.baedge.hubserver.importer;

import io.baedge.model.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an attendee list can say of a person, with the headers under which it usually does. */
enum AttendeeField {
  KEY(
      Limits.SHORT_CHARS,
      "key",
      "id",
      "attendee id",
      "ticket",
      "ticket id",
      "ticket code",
      "ticket number",
      "order",
      "order code",
      "code",
      "barcode",
      "email",
      "e-mail",
      "email address",
      "schlüssel",
      "kennung",
      "ticketnummer",
      "ticketcode",
      "bestellnummer",
      "bestellcode",
      "nummer",
      "e-mail-adresse"),
  NAME(
      Limits.NAME_CHARS,
      "name",
      "full name",
      "attendee name",
      "display name",
      "badge name",
      "vollständiger name",
      "teilnehmer",
      "teilnehmername",
      "anzeigename"),
  FIRST(Limits.NAME_CHARS, "first name", "given name", "forename", "vorname"),
  LAST(Limits.NAME_CHARS, "last name", "surname", "family name", "nachname", "familienname"),
  TITLE(
      Limits.NAME_CHARS,
      "title",
      "job title",
      "position",
      "occupation",
      "titel",
      "beruf",
      "funktion",
      "tätigkeit"),
  COMPANY(
      Limits.NAME_CHARS,
      "company",
      "organisation",
      "organization",
      "affiliation",
      "employer",
      "community",
      "firma",
      "unternehmen",
      "verein"),
  SOCIAL(Limits.NAME_CHARS, "social", "handle", "mastodon", "fediverse", "twitter", "social media"),
  LINK(Limits.LINK_CHARS, "link", "url", "website", "homepage", "web", "webseite", "internetseite"),
  ROLE(
      Limits.SHORT_CHARS,
      "role",
      "type",
      "ticket type",
      "category",
      "product",
      "rolle",
      "art",
      "typ",
      "ticketart",
      "kategorie",
      "produkt");

  private final int maxChars;
  private final List<String> headers;

  AttendeeField(int maxChars, String... headers) {
    this.maxChars = maxChars;
    this.headers = List.of(headers);
  }

  /** Longest value, characters. */
  int maxChars() {
    return maxChars;
  }

  /** How well a header names this field: 0 best, -1 not at all. */
  int rank(String header) {
    return headers.indexOf(plain(header));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AttendeeField> ofWord(String word) {
    return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(AttendeeField::word).toList();
  }

  private static String plain(String header) {
    return header.strip().toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ");
  }
}
