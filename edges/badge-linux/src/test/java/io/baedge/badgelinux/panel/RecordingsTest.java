package io.baedge.badgelinux.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.badgelinux.panel.Recordings.Recording;
import io.baedge.model.panel.PanelModel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of every recorded driver against ours, event for event. */
final class RecordingsTest {
  private static final String BUSY = "{\"busy\":true,\"idle\":0}";

  private static final String WINDOW = "defect 32: the window ends one row past the last";
  private static final String MIRRORED =
      "defect 33: a portrait picture is packed turned round, its first column lost in the padding";

  /**
   * Where ours is right and the recording is not.
   *
   * @param right makes of the recorded events what should have been sent
   */
  private record Deviation(
      String model, String operation, String reason, UnaryOperator<List<String>> right) {}

  private static final List<Deviation> EXCEPTIONS =
      List.of(
          new Deviation(
              "2in7_V2",
              "display_4Gray",
              "defect 29: the vendor's code stops with an index error after the first plane",
              RecordingsTest::withSecondGreyPlane),
          new Deviation(
              "2in13_V4",
              "init_fast",
              "defect 30: 0x80 is sent as a command instead of as the value of register 0x18",
              events ->
                  replaced(events, command("18", "") + command("80", ""), command("18", "80"))),
          new Deviation("2in13", "Clear", WINDOW, RecordingsTest::withWindowInside),
          new Deviation("2in13", "display", WINDOW, RecordingsTest::withWindowInside),
          new Deviation("2in13_V2", "display", MIRRORED, events -> withRowsUpwards(events, 0)),
          new Deviation(
              "2in13_V2", "displayPartial", MIRRORED, events -> withRowsUpwards(events, 0xFF)),
          new Deviation(
              "2in13_V2", "displayPartBaseImage", MIRRORED, events -> withRowsUpwards(events, 0)));

  static Stream<Recording> recordings() {
    return Recordings.all().stream();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void we_send_what_was_recorded_or_what_should_have_been(Recording recording) throws Exception {
    List<String> expected = recording.events();
    for (Deviation exception : EXCEPTIONS) {
      if (exception.model().equals(recording.model())
          && exception.operation().equals(recording.operation())) {
        expected = exception.right().apply(expected);
        assertThat(expected).as("needed: " + exception.reason()).isNotEqualTo(recording.events());
      }
    }
    assertThat(sent(recording)).isEqualTo(expected);
  }

  private static List<String> sent(Recording recording) throws Exception {
    PanelModel panel = recording.panel();
    PanelDriver driver = PanelDriver.of(panel);
    String[] words = recording.operation().split("@");
    boolean windowed = words.length > 1 && !words[1].equals("partial");
    String name = windowed ? words[0] : recording.operation();
    Planes planes =
        driver.drawsGreys(name)
            ? Recordings.greys(panel)
            : driver.draws(name) ? Recordings.picture(panel) : Planes.NONE;
    Window part = windowed ? window(words[1]) : Window.whole(panel);
    var bus = new RecordingBus();
    new Player(bus, driver.idleLevel(), 1_000).play(driver.operation(name, part), planes);
    return bus.events();
  }

  private static Window window(String text) {
    List<Integer> n = Stream.of(text.split(",")).map(Integer::valueOf).toList();
    return new Window(n.get(0), n.get(1), n.get(2), n.get(3));
  }

  @Test
  void every_exception_names_a_recording() {
    Set<String> recorded = recordings().map(Recording::toString).collect(Collectors.toSet());
    assertThat(EXCEPTIONS).allMatch(e -> recorded.contains(e.model() + " " + e.operation()));
  }

  @Test
  void all_operations_of_all_models_are_recorded_and_no_others_exist() {
    for (PanelModel panel : PanelModel.ALL) {
      Set<String> recorded =
          recordings()
              .filter(r -> r.model().equals(panel.name()))
              .map(Recording::operation)
              .filter(name -> !name.contains(","))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(new TreeSet<>(PanelDriver.of(panel).operations()))
          .as(panel.name())
          .isEqualTo(recorded);
    }
  }

  private static String command(String code, String data) {
    return "{\"c\":\"" + code + "\",\"d\":\"" + data + "\"}";
  }

  private static List<String> replaced(List<String> events, String from, String to) {
    String all = String.join("", events).replace(from, to);
    return List.of(all.replace("}{", "}\n{").split("\n"));
  }

  private static List<String> withSecondGreyPlane(List<String> events) {
    var high = new StringBuilder();
    for (int y = 0; y < 264; y++) {
      for (int x = 0; x < 176; x += 8) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
          bits = bits << 1 | (7 * (x + i) + 13 * y) % 4 >> 1;
        }
        high.append(String.format(Locale.ROOT, "%02x", bits));
      }
    }
    List<String> right = new ArrayList<>(events);
    right.add(command("26", high.toString()));
    right.add(command("22", "c7"));
    right.add(command("20", ""));
    right.add(BUSY);
    return right;
  }

  private static List<String> withWindowInside(List<String> events) {
    return replaced(events, command("45", "0000fa00"), command("45", "0000f900"));
  }

  /** The pattern from the last row to the first, ones in the padding; the second plane flipped. */
  private static List<String> withRowsUpwards(List<String> events, int flipOfSecond) {
    byte[] plane = new byte[16 * 250];
    byte[] second = new byte[plane.length];
    for (int row = 0; row < 250; row++) {
      for (int x = 0; x < 128; x++) {
        int bit = x < 122 && Recordings.black(x, 249 - row) ? 0 : 1;
        plane[row * 16 + x / 8] |= (byte) (bit << (7 - x % 8));
      }
    }
    for (int i = 0; i < second.length; i++) {
      second[i] = (byte) (plane[i] ^ flipOfSecond);
    }
    return events.stream()
        .map(
            event ->
                event.startsWith("{\"c\":\"24\"")
                    ? command("24", HexFormat.of().formatHex(plane))
                    : event.startsWith("{\"c\":\"26\"")
                        ? command("26", HexFormat.of().formatHex(second))
                        : event)
        .toList();
  }
}
