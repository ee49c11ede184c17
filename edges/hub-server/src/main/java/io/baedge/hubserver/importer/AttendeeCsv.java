package io.baedge.hubserver.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.Problem;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads attendee lists: CSV with comma, semicolon, tab or bar, any known or mapped headers. */
public final class AttendeeCsv {
  private static final int MOST_ROWS = 200_000;
  private static final int MOST_PROBLEMS = 100;

  private final AttendeeColumns columns;
  private final Map<String, Row> byKey = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int repeated;

  private record Row(long line, WearerCard card) {}

  private AttendeeCsv(AttendeeColumns columns) {
    this.columns = columns;
  }

  /**
   * Reads a list.
   *
   * @param mapping field (key, name, first, last, title, company, social, link, role) to header,
   *     for headers that are not known by themselves
   */
  public static Decoded<AttendeeList> read(byte[] bytes, Map<String, String> mapping) {
    return TextBytes.decode(bytes).then(text -> parse(text, mapping));
  }

  private static Decoded<AttendeeList> parse(String text, Map<String, String> mapping) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      Iterator<CsvRecord> records = reader.iterator();
      if (!records.hasNext()) {
        return new Decoded.Malformed<>("the attendee list is empty; it needs a line of headers");
      }
      List<String> headers = records.next().getFields().stream().map(String::strip).toList();
      return AttendeeColumns.find(headers, mapping)
          .then(columns -> new AttendeeCsv(columns).rows(records));
    } catch (CsvParseException e) {
      return new Decoded.Malformed<>("the attendee list is no CSV: " + e.getMessage());
    } catch (java.io.IOException e) {
      return new Decoded.Malformed<>("the attendee list cannot be read: " + e.getMessage());
    }
  }

  private Decoded<AttendeeList> rows(Iterator<CsvRecord> records) {
    int rows = 0;
    while (records.hasNext()) {
      if (++rows > MOST_ROWS) {
        return new Decoded.Malformed<>(
            "the attendee list has more than " + MOST_ROWS + " rows; split it");
      }
      row(records.next());
    }
    List<WearerCard> people = byKey.values().stream().map(Row::card).toList();
    return new Decoded.Ok<>(
        new AttendeeList(people, columns.used(), columns.unused(), repeated, problems));
  }

  private void row(CsvRecord row) {
    long line = row.getStartingLineNumber();
    if (row.getFields().stream().allMatch(String::isBlank)) {
      return;
    }
    if (row.getFieldCount() > columns.count()) {
      problem(
          line, "", "has " + row.getFieldCount() + " cells under " + columns.count() + " headers");
      return;
    }
    int before = problems.size();
    Optional<WearerCard> card = card(row, line);
    if (card.isEmpty() || problems.size() > before) {
      return;
    }
    Row first = byKey.putIfAbsent(card.get().wearer().text(), new Row(line, card.get()));
    if (first == null) {
      return;
    }
    if (first.card().equals(card.get())) {
      repeated++;
    } else {
      problem(
          line,
          "key",
          "'" + card.get().wearer() + "' is on line " + first.line() + " too, with other values");
    }
  }

  private Optional<WearerCard> card(CsvRecord row, long line) {
    String key = cell(row, line, AttendeeField.KEY);
    String name = name(row, line);
    if (key.isEmpty()) {
      problem(line, "key", "is empty; every attendee needs one that stays the same");
      return Optional.empty();
    }
    if (name.isEmpty()) {
      problem(line, "name", "is empty; a badge needs a name");
      return Optional.empty();
    }
    Optional<WearerId> id = WearerId.parse(key);
    if (id.isEmpty()) {
      problem(line, "key", "must be 1 to 64 printable characters");
      return Optional.empty();
    }
    return Optional.of(
        new WearerCard(
            id.get(),
            name,
            cell(row, line, AttendeeField.TITLE),
            cell(row, line, AttendeeField.COMPANY),
            cell(row, line, AttendeeField.SOCIAL),
            cell(row, line, AttendeeField.LINK),
            cell(row, line, AttendeeField.ROLE).toLowerCase(Locale.ROOT)));
  }

  private String name(CsvRecord row, long line) {
    String whole = cell(row, line, AttendeeField.NAME);
    if (!whole.isEmpty()) {
      return whole;
    }
    String first = cell(row, line, AttendeeField.FIRST);
    return (first + " " + cell(row, line, AttendeeField.LAST)).strip();
  }

  private String cell(CsvRecord row, long line, AttendeeField field) {
    int column = columns.of(field);
    if (column < 0 || column >= row.getFieldCount()) {
      return "";
    }
    String text = TextBytes.oneLine(row.getField(column));
    if (text.length() > field.maxChars()) {
      problem(
          line,
          field.word(),
          "has " + text.length() + " characters; at most " + field.maxChars() + " are allowed");
    }
    return text;
  }

  private void problem(long line, String field, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem("line " + line + (field.isEmpty() ? "" : ": " + field), message));
    }
  }

  /** The candidate that stands most often in the first line, outside of quotes. */
  private static char separator(String text) {
    char best = ',';
    int most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      int count = 0;
      boolean quoted = false;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
          break;
        } else if (!quoted && c == candidate) {
          count++;
        }
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
