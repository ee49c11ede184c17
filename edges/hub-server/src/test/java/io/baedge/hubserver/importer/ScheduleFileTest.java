package io.baedge.hubserver.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.baedge.model.codec.Decoded;
import io.baedge.model.desired.Conference;
import io.baedge.model.desired.Session;
import io.baedge.model.wearer.WearerCard;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleFileTest {
  private static final String JSON =
      """
      {"schedule": {"base_url": "https://example.org/", "conference": {
        "title": "Small Camp", "time_zone_name": "Europe/Berlin", "days": [
          {"date": "2026-03-01", "rooms": {
            "Hall": [
              {"title": "Keynote", "date": "2026-03-01T11:00:00+01:00", "duration": "00:45",
               "persons": [{"id": 7, "public_name": "Ada"}, {"id": 8, "public_name": "Bo"}]},
              {"title": "Night", "start": "00:30", "duration": "1:00:00", "persons": []}],
            "Attic": [
              {"title": "Again", "date": "2026-03-01T12:00:00+01:00", "duration": "01:30",
               "room": "Attic", "persons": [{"code": "X7", "name": "Cy"}, {"id": 7, "name": "Ada"}]}]
          }}]}}}
      """;

  private static final String XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <schedule>
        <generator name="pretalx"/>
        <conference>
          <title>Small Camp</title>
          <base_url>https://example.org/</base_url>
          <time_zone_name>Europe/Berlin</time_zone_name>
        </conference>
        <day index="1" date="2026-03-01">
          <room name="Hall">
            <event id="1">
              <date>2026-03-01T11:00:00+01:00</date><start>11:00</start><duration>00:45</duration>
              <title>Keynote</title><abstract>Über &lt;b&gt;alles&lt;/b&gt;</abstract>
              <persons><person id="7">Ada</person><person id="8">Bo</person></persons>
            </event>
            <event id="2"><start>00:30</start><duration>1:00:00</duration><title>Night</title></event>
          </room>
          <room name="Attic">
            <event id="3">
              <date>2026-03-01T12:00:00+01:00</date><duration>01:30</duration><room>Attic</room>
              <title>Again</title>
              <persons><person code="X7">Cy</person><person id="7">Ada</person></persons>
            </event>
          </room>
        </day>
      </schedule>
      """;

  @Test
  void json_and_xml_say_the_same() {
    ImportedSchedule json = read(JSON);
    assertThat(read(XML)).isEqualTo(json);
    assertThat(json.conference())
        .isEqualTo(new Conference("Small Camp", "https://example.org/", "Europe/Berlin"));
    assertThat(json.sessions())
        .extracting(Session::title)
        .containsExactly("Keynote", "Again", "Night");
    Session keynote = json.sessions().getFirst();
    assertThat(keynote.room()).isEqualTo("Hall");
    assertThat(keynote.speakers()).isEqualTo("Ada, Bo");
    assertThat(Instant.ofEpochMilli(keynote.startMs())).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(keynote.endMs() - keynote.startMs()).isEqualTo(45 * 60_000L);
    assertThat(json.speakers()).extracting(WearerCard::name).containsExactly("Ada", "Bo", "Cy");
    assertThat(json.speakers()).extracting(WearerCard::role).containsOnly("speaker");
    assertThat(json.speakers().getFirst().wearer().text()).isEqualTo("speaker-7");
  }

  @Test
  void what_starts_in_the_small_hours_belongs_to_the_next_calendar_day() {
    Session night = read(JSON).sessions().getLast();
    assertThat(Instant.ofEpochMilli(night.startMs())).isEqualTo("2026-03-01T23:30:00Z");
    assertThat(night.endMs() - night.startMs()).isEqualTo(24 * 3_600_000L);
  }

  @Test
  void a_broken_schedule_is_one_sentence_with_its_place() {
    assertThat(sentence("hello")).contains("neither JSON nor XML");
    assertThat(sentence("{\"schedule\": [")).startsWith("line 1, column").contains("not JSON");
    assertThat(sentence("{\"program\": {}}")).contains("schedule is missing");
    assertThat(sentence(JSON.replace("2026-03-01T12:00:00+01:00", "noon")))
        .startsWith("line 9, column")
        .contains("has no readable start: date 'noon'");
    assertThat(sentence(JSON.replace("Europe/Berlin", "Mars/Base"))).contains("'Mars/Base'");
    assertThat(sentence(XML.replace("</conference>", "</confrence>")))
        .startsWith("line 8, column")
        .contains("this is not XML");
    assertThat(sentence(XML.replace("01:30", "long")))
        .startsWith("line 19: the event 'Again' has the duration 'long'");
    assertThat(sentence("<schedule></schedule>")).contains("no <conference>");
  }

  @Test
  void an_external_entity_is_not_read() {
    String evil =
        XML.replace(
                "<schedule>",
                "<!DOCTYPE schedule [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><schedule>")
            .replace("<title>Keynote", "<title>Keynote &x;");
    Decoded<ImportedSchedule> read = ScheduleFile.read(evil.getBytes(StandardCharsets.UTF_8));
    if (read instanceof Decoded.Ok<ImportedSchedule>(ImportedSchedule schedule)) {
      assertThat(schedule.sessions().getFirst().title()).isEqualTo("Keynote");
    } else {
      assertThat(read).isInstanceOf(Decoded.Malformed.class);
    }
  }

  @Test
  void what_is_too_long_for_a_badge_is_shortened_and_said() {
    ImportedSchedule schedule = read(JSON.replace("Keynote", "K".repeat(400)));
    assertThat(schedule.sessions().getFirst().title()).hasSize(300).endsWith("…");
    assertThat(schedule.notes()).singleElement().asString().contains("shortened to 300");
  }

  @Test
  void a_real_camp_is_read_whole() throws Exception {
    Path file = Path.of("../../../shared/data/schedule/frab-camp2019.json");
    assumeTrue(Files.exists(file), "the schedule of a real camp is not here");
    ImportedSchedule camp = read(Files.readString(file));
    assertThat(camp.conference().name()).isEqualTo("Chaos Communication Camp 2019");
    assertThat(camp.conference().zone()).isEqualTo("Europe/Berlin");
    assertThat(camp.sessions()).hasSize(79);
    assertThat(camp.sessions()).extracting(Session::room).containsOnly("Curie", "Meitner");
    assertThat(camp.speakers()).hasSize(90);
  }

  @Test
  void an_address_is_fetched_and_its_refusal_told() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/schedule.json",
        exchange -> {
          byte[] body = JSON.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(ImportSource.read(base + "/schedule.json").then(ScheduleFile::read))
          .isEqualTo(new Decoded.Ok<>(read(JSON)));
      assertThat(ImportSource.read(base + "/none"))
          .isEqualTo(
              new Decoded.Malformed<>(
                  base + "/none answers 404; give an address of the file itself"));
    } finally {
      server.stop(0);
    }
    assertThat(ImportSource.read("/no/such/file.json"))
        .isEqualTo(new Decoded.Malformed<>("there is no file /no/such/file.json"));
  }

  private static ImportedSchedule read(String text) {
    return ((Decoded.Ok<ImportedSchedule>) ScheduleFile.read(text.getBytes(StandardCharsets.UTF_8)))
        .value();
  }

  private static String sentence(String text) {
    return ((Decoded.Malformed<ImportedSchedule>)
            ScheduleFile.read(text.getBytes(StandardCharsets.UTF_8)))
        .reason();
  }
}
