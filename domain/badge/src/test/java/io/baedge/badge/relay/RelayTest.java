package io.baedge.badge.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.baedge.model.id.DeviceId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final DeviceId ONE = new DeviceId("aaaaaaaaaaaaaaaa");
  private static final DeviceId TWO = new DeviceId("bbbbbbbbbbbbbbbb");
  private static final DeviceId THREE = new DeviceId("cccccccccccccccc");

  private final List<RelayOrder> orders = new ArrayList<>();
  private final Relay relay = new Relay(new RelaySettings(2, 60), orders::add, true);

  private void open() {
    relay.look(true, false, true);
  }

  private RelayOrder last() {
    return orders.getLast();
  }

  @Test
  void nobody_is_let_in_before_the_badge_has_a_session_of_its_own() {
    relay.on(new RelayEvent.Asks(ONE), 0);

    assertThat(last())
        .isEqualTo(new RelayOrder.TurnAway(ONE, "this badge has no connection of its own"));
    assertThat(relay.view().turnedAway()).isEqualTo(1);
  }

  @Test
  void as_many_guests_as_it_may_have_are_let_in_and_one_that_leaves_makes_room() {
    open();
    relay.on(new RelayEvent.Asks(ONE), 0);
    relay.on(new RelayEvent.Asks(TWO), 0);
    assertThat(orders).containsExactly(new RelayOrder.LetIn(ONE), new RelayOrder.LetIn(TWO));

    relay.on(new RelayEvent.Asks(THREE), 0);
    assertThat(last())
        .isEqualTo(new RelayOrder.TurnAway(THREE, "this badge carries for 2 others already"));
    relay.on(new RelayEvent.Asks(ONE), 0);
    assertThat(last()).as("who is in may ask again").isEqualTo(new RelayOrder.LetIn(ONE));

    relay.on(new RelayEvent.Leaves(TWO), 0);
    relay.on(new RelayEvent.Asks(THREE), 0);
    assertThat(last()).isEqualTo(new RelayOrder.LetIn(THREE));
    assertThat(relay.guests()).isEqualTo(2);
  }

  @Test
  void a_badge_that_is_itself_carried_carries_for_nobody() {
    relay.look(true, true, true);
    relay.on(new RelayEvent.Asks(ONE), 0);

    assertThat(last()).isEqualTo(new RelayOrder.TurnAway(ONE, "this badge is itself a guest"));
  }

  @Test
  void guests_are_dismissed_when_energy_or_the_own_session_goes() {
    open();
    relay.on(new RelayEvent.Asks(ONE), 0);
    relay.look(true, false, false);
    assertThat(last()).isEqualTo(new RelayOrder.Dismiss(ONE, "this badge has no energy to spare"));
    assertThat(relay.view().closed()).isEqualTo("this badge has no energy to spare");

    open();
    relay.on(new RelayEvent.Asks(TWO), 0);
    relay.look(false, false, true);
    assertThat(last())
        .isEqualTo(new RelayOrder.Dismiss(TWO, "this badge has no connection of its own"));
    assertThat(relay.guests()).isZero();
  }

  @Test
  void no_more_messages_are_carried_than_the_minute_allows_and_the_rest_is_counted() {
    open();
    relay.on(new RelayEvent.Asks(ONE), 0);
    for (int i = 0; i < 100; i++) {
      relay.on(new RelayEvent.Sends(ONE, i), 0);
    }
    assertThat(relay.view().carried()).isEqualTo(60);
    assertThat(relay.view().dropped()).isEqualTo(40);
    assertThat(last()).isEqualTo(new RelayOrder.Drop(ONE, 99));

    relay.on(new RelayEvent.Sends(ONE, 100), 1_000);
    assertThat(last()).as("one more each second").isEqualTo(new RelayOrder.Forward(ONE, 100));
  }

  @Test
  void the_message_of_a_stranger_goes_no_further() {
    open();
    relay.on(new RelayEvent.Sends(ONE, 1), 0);

    assertThat(last()).isEqualTo(new RelayOrder.Drop(ONE, 1));
  }

  @Test
  void a_badge_carries_for_nobody_unless_it_is_told_to() {
    var unasked = new Relay(RelaySettings.NONE, orders::add, true);
    unasked.look(true, false, true);
    unasked.on(new RelayEvent.Asks(ONE), 0);

    assertThat(last()).isEqualTo(new RelayOrder.TurnAway(ONE, "this badge carries for nobody"));
  }

  @Test
  void a_relay_that_may_carry_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RelaySettings(1, 0))
        .withMessageContaining("1 or more messages per minute");
  }
}
