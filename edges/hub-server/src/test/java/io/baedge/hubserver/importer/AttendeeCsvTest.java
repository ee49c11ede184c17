package io.baedge.hubserver.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.codec.Decoded;
import io.baedge.model.doc.Problem;
import io.baedge.model.id.WearerId;
import io.baedge.model.wearer.WearerCard;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttendeeCsvTest {
  @Test
  void known_english_headers_need_no_mapping() {
    AttendeeList list =
        read(
            """
            Ticket ID,Full Name,Job Title,Company,Mastodon,Website,Ticket Type,Diet
            T1,Ada Lovelace,Analyst,"Engines, Inc.",@ada@example.org,https://ada.example,Speaker,vegan
            T2,Bo,,,,,,
            """);
    assertThat(list.problems()).isEmpty();
    WearerCard ada = list.people().getFirst();
    assertThat(ada.wearer().text()).isEqualTo("T1");
    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.title()).isEqualTo("Analyst");
    assertThat(ada.company()).isEqualTo("Engines, Inc.");
    assertThat(ada.social()).isEqualTo("@ada@example.org");
    assertThat(ada.link()).isEqualTo("https://ada.example");
    assertThat(ada.role()).isEqualTo("speaker");
    assertThat(list.people().get(1))
        .isEqualTo(new WearerCard(new WearerId("T2"), "Bo", "", "", "", "", ""));
    assertThat(list.unused()).containsExactly("Diet");
    assertThat(list.columns())
        .containsEntry("key", "Ticket ID")
        .containsEntry("role", "Ticket Type");
  }

  @Test
  void german_headers_semicolons_and_a_byte_order_mark_are_understood() {
    AttendeeList list =
        read(
            "\ufeffBestellnummer;Vorname;Nachname;Firma;Rolle\r\n"
                + "B-1;Jürgen;Groß;Bäckerei Süß;Helfer\r\n");
    assertThat(list.people()).hasSize(1);
    assertThat(list.people().getFirst().name()).isEqualTo("Jürgen Groß");
    assertThat(list.people().getFirst().company()).isEqualTo("Bäckerei Süß");
  }

  @Test
  void tabs_and_utf16_are_understood() {
    byte[] bytes = "\ufeffkey\tname\n1\t山田太郎\n".getBytes(StandardCharsets.UTF_16LE);
    AttendeeList list = ((Decoded.Ok<AttendeeList>) AttendeeCsv.read(bytes, Map.of())).value();
    assertThat(list.people().getFirst().name()).isEqualTo("山田太郎");
  }

  @Test
  void a_list_without_a_key_names_the_columns_it_has() {
    assertThat(sentence("Given,Known as\nA,B\n", Map.of()))
        .isEqualTo(
            "the attendee list has no column for a key that stays the same of each attendee; map"
                + " one as key=COLUMN, it has: Given, Known as");
  }

  @Test
  void a_mapping_makes_any_headers_usable() {
    String text = "Given,Known as\nA,B\n";
    AttendeeList list =
        ((Decoded.Ok<AttendeeList>)
                AttendeeCsv.read(
                    text.getBytes(StandardCharsets.UTF_8),
                    Map.of("key", "Given", "name", "Known as")))
            .value();
    assertThat(list.people().getFirst().name()).isEqualTo("B");
    assertThat(sentence(text, Map.of("key", "Gvien")))
        .isEqualTo("the attendee list has no column 'Gvien' for key; it has: Given, Known as");
    assertThat(sentence(text, Map.of("nmae", "Given"))).contains("did you mean 'name'?");
  }

  @Test
  void rows_with_errors_are_told_with_their_lines_and_the_others_are_read() {
    AttendeeList list =
        read(
            """
            key,name,company
            1,"Two
            lines",x
            ,Nobody,x
            3,,x
            4,%s,x
            5,Fine,x,y
            6,Fine,x
            """
                .formatted("n".repeat(201)));
    assertThat(list.people()).extracting(WearerCard::name).containsExactly("Two lines", "Fine");
    assertThat(list.problems())
        .extracting(Problem::sentence)
        .containsExactly(
            "line 4: key is empty; every attendee needs one that stays the same",
            "line 5: name is empty; a badge needs a name",
            "line 6: name has 201 characters; at most 200 are allowed",
            "line 7 has 4 cells under 3 headers");
  }

  @Test
  void a_repeated_row_counts_once_and_a_contradiction_is_an_error() {
    AttendeeList list = read("key,name\n1,Ada\n2,Bo\n1,Ada\n2,Bob\n\n");
    assertThat(list.people()).hasSize(2);
    assertThat(list.repeated()).isEqualTo(1);
    assertThat(list.problems())
        .extracting(Problem::sentence)
        .containsExactly("line 5: key '2' is on line 3 too, with other values");
  }

  @Test
  void empty_and_unreadable_files_are_one_sentence() {
    assertThat(sentence("", Map.of())).contains("is empty");
    byte[] latin = "key,name\n1,J\u00fcrgen\n".getBytes(Charset.forName("ISO-8859-1"));
    assertThat(AttendeeCsv.read(latin, Map.of()))
        .isEqualTo(new Decoded.Malformed<>("the file is not UTF-8 text; save it as UTF-8"));
  }

  private static AttendeeList read(String text) {
    return ((Decoded.Ok<AttendeeList>)
            AttendeeCsv.read(text.getBytes(StandardCharsets.UTF_8), Map.of()))
        .value();
  }

  private static String sentence(String text, Map<String, String> mapping) {
    return ((Decoded.Malformed<AttendeeList>)
            AttendeeCsv.read(text.getBytes(StandardCharsets.UTF_8), mapping))
        .reason();
  }
}
