package io.baedge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import io.baedge.model.id.SiteId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {
  private static final SiteId SITE = new SiteId("camp");
  private static final DeviceId DEVICE = new DeviceId("abcdefghijklmnop");
  private static final String PART = DEVICE.partition().hex();

  @Test
  void every_topic_survives_its_name() {
    List<Topic> topics = new ArrayList<>();
    for (UpKind kind : UpKind.values()) {
      topics.add(new Topic.Up(SITE, DEVICE, kind));
    }
    for (DownKind kind : DownKind.values()) {
      topics.add(new Topic.Down(SITE, DEVICE, kind));
    }
    topics.add(new Topic.HubStatus(SITE, "hub-1"));
    for (Topic topic : topics) {
      assertThat(Topics.parse(Topics.name(topic))).contains(topic);
    }
  }

  @Test
  void names_are_those_of_the_protocol() {
    assertThat(Topics.up(SITE, DEVICE, UpKind.STATUS))
        .isEqualTo("baedge/v1/camp/" + PART + "/abcdefghijklmnop/status");
    assertThat(Topics.down(SITE, DEVICE, DownKind.ACK))
        .isEqualTo("baedge/v1/camp/" + PART + "/abcdefghijklmnop/ack");
    assertThat(Topics.name(new Topic.HubStatus(SITE, "hub-1")))
        .isEqualTo("baedge/v1/camp/_hub/hub-1/status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "baedge",
        "baedge/v1/",
        "baedge/v2/camp/PP/abcdefghijklmnop/status",
        "Baedge/v1/camp/PP/abcdefghijklmnop/status",
        "/baedge/v1/camp/PP/abcdefghijklmnop/status",
        "baedge/v1/camp/PP/abcdefghijklmnop/status/",
        "baedge/v1/camp/PP/abcdefghijklmnop",
        "baedge/v1/camp/PP/abcdefghijklmnop/state",
        "baedge/v1/camp/PP/abcdefghijklmnop/STATUS",
        "baedge/v1/camp/PP/abcdefghijklmno1/status",
        "baedge/v1/camp/PP/abcdefghijklmno/status",
        "baedge/v1/camp/PP/+/status",
        "baedge/v1/Camp/PP/abcdefghijklmnop/status",
        "baedge/v1//PP/abcdefghijklmnop/status",
        "baedge/v1/camp/_hub/hub-1/desired",
        "baedge/v1/camp/_hub/Hub/status",
        "baedge/v1/camp/_hub//status",
        "baedge/v1/camp/ff/abcdefghijklmnop/status",
        "baedge/v1/camp/zz/abcdefghijklmnop/status"
      })
  void anything_else_is_no_topic(String name) {
    assertThat(Topics.parse(name.replace("PP", PART))).isEmpty();
  }

  @Test
  void the_partition_must_be_the_device_s() {
    for (int i = 0; i < 64; i++) {
      String part = String.format(java.util.Locale.ROOT, "%02x", i);
      assertThat(Topics.parse("baedge/v1/camp/" + part + "/abcdefghijklmnop/status").isPresent())
          .isEqualTo(part.equals(PART));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/c, false",
    "a/b, a, false",
    "a, a/b, false",
    "a/+, a/b, true",
    "a/+, a, false",
    "a/+, a/b/c, false",
    "a/+, a/, true",
    "+/b, a/b, true",
    "a/#, a, true",
    "a/#, a/b/c, true",
    "a/#, ab, false",
    "#, x/y, true",
    "+, x, true",
    "+, x/y, false",
    "a/+/c, a/b/c, true",
    "a/+/c, a/b/d, false",
    "baedge/v1/#, baedge/v1/camp/_hub/h/status, true",
  })
  void a_filter_matches_as_the_standard_says(String filter, String topic, boolean matches) {
    assertThat(TopicFilter.parse(filter).orElseThrow().matches(topic)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a#", "a/b+", "+a", "##", "$share/g/a"})
  void a_bad_filter_is_none(String pattern) {
    assertThat(TopicFilter.parse(pattern)).isEmpty();
  }
}
