package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The frab schedule as XML; document type definitions and external entities are not read. */
final class ScheduleXml {
  private final ScheduleBuilder builder = new ScheduleBuilder();
  private final XMLStreamReader xml;
  private final Map<String, String> conference = new TreeMap<>();
  private boolean conferenceSeen;

  /** A place in the file and what is wrong there. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(int line, String message) {
      super("line " + line + ": " + message);
    }
  }

  private ScheduleXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Decoded<ImportedSchedule> read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      return new Decoded.Ok<>(new ScheduleXml(reader).schedule());
    } catch (Broken e) {
      return new Decoded.Malformed<>(String.valueOf(e.getMessage()));
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
      String why = String.valueOf(e.getMessage()).lines().reduce((a, b) -> b).orElse("");
      return new Decoded.Malformed<>(
          "line "
              + line
              + ", column "
              + column
              + ": this is not XML: "
              + why.replaceFirst("^Message: ", ""));
    }
  }

  private ImportedSchedule schedule() throws XMLStreamException, Broken {
    String day = "";
    String room = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "conference" -> readConference();
        case "day" -> day = attribute("date");
        case "room" -> room = attribute("name");
        case "event" -> event(day, room);
        default -> {
          // Everything else in a schedule has no use for a badge.
        }
      }
    }
    if (!conferenceSeen) {
      throw new Broken(1, "there is no <conference>; this is not a frab or pretalx schedule");
    }
    return builder.build();
  }

  private void readConference() throws XMLStreamException, Broken {
    conferenceSeen = true;
    int line = line();
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !is("conference")) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        conference.put(name, text());
      }
    }
    builder.conference(
        conference.getOrDefault("title", ""),
        conference.getOrDefault("url", conference.getOrDefault("base_url", "")));
    Optional<String> wrong = builder.zone(conference.getOrDefault("time_zone_name", ""));
    if (wrong.isPresent()) {
      throw new Broken(line, "time_zone_name " + wrong.get());
    }
  }

  private void event(String day, String roomAround) throws XMLStreamException, Broken {
    int line = line();
    Map<String, String> texts = new TreeMap<>();
    List<ScheduleBuilder.Person> persons = new ArrayList<>();
    while (xml.next() != XMLStreamConstants.END_ELEMENT || !is("event")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = xml.getLocalName();
      if (name.equals("person")) {
        String id = attribute("id");
        persons.add(new ScheduleBuilder.Person(id.isEmpty() ? attribute("code") : id, text()));
      } else if (!name.equals("persons")) {
        texts.put(name, text());
      }
    }
    Optional<String> wrong =
        builder.add(
            new ScheduleBuilder.Entry(
                texts.getOrDefault("title", ""),
                texts.getOrDefault("room", roomAround),
                texts.getOrDefault("date", ""),
                day,
                texts.getOrDefault("start", ""),
                texts.getOrDefault("duration", ""),
                persons));
    if (wrong.isPresent()) {
      throw new Broken(line, "the event '" + texts.getOrDefault("title", "") + "' " + wrong.get());
    }
  }

  /** The text of the current element, with that of elements inside; ends at its end. */
  private String text() throws XMLStreamException {
    var text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
    return text.toString();
  }

  private boolean is(String name) {
    return xml.getLocalName().equals(name);
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }
}
