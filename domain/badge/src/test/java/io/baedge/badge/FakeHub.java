package io.baedge.badge;

import io.baedge.model.message.Ack;
import io.baedge.model.message.Desired;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.Reported;
import io.baedge.model.message.Status;
import io.baedge.model.message.Telemetry;
import io.baedge.model.message.UpMessage;
import io.baedge.model.telemetry.Received;
import io.baedge.model.telemetry.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A hub that stores what it hears at once and answers as methods 3.1 says. */
final class FakeHub {
  long generation = 1;
  final TreeMap<Long, Received> received = new TreeMap<>();
  final TreeMap<Long, TreeMap<Long, Sample>> stored = new TreeMap<>();
  final TreeMap<String, Integer> copies = new TreeMap<>();
  final List<UpMessage> heard = new ArrayList<>();
  Optional<Desired> desired = Optional.empty();
  Optional<Reported> reported = Optional.empty();
  String frameHash = "";
  int acks;

  /** Says what it says to a device that connects. */
  List<DownMessage> greet() {
    List<DownMessage> down = new ArrayList<>();
    desired.ifPresent(down::add);
    return down;
  }

  List<DownMessage> hear(UpMessage message) {
    heard.add(message);
    List<DownMessage> down = new ArrayList<>();
    switch (message) {
      case Telemetry telemetry -> down.add(store(telemetry));
      case Reported r -> {
        if (reported.isEmpty() || r.order().compareTo(reported.get().order()) >= 0) {
          reported = Optional.of(r);
          if (r.glass().frame().length > 0) {
            frameHash = r.glass().hash();
            down.add(ack(r.order().epoch()));
          }
          if (desired.isPresent() && desired.get().revision().after(r.applied())) {
            down.add(desired.get());
          }
        }
      }
      case Status _, io.baedge.model.message.DeviceLog _ -> {}
    }
    return down;
  }

  private Ack store(Telemetry telemetry) {
    Received before = received.getOrDefault(telemetry.epoch(), Received.NOTHING);
    Received after = before.raisedBelow(telemetry.low());
    TreeMap<Long, Sample> ofEpoch = stored.computeIfAbsent(telemetry.epoch(), _ -> new TreeMap<>());
    for (Sample sample : telemetry.samples()) {
      copies.merge(telemetry.epoch() + "/" + sample.sequence(), 1, Integer::sum);
      if (!after.contains(sample.sequence())) {
        ofEpoch.put(sample.sequence(), sample);
        after = after.with(sample.sequence(), sample.sequence());
      }
    }
    for (var hole : telemetry.gone().ranges()) {
      after = after.with(hole.from(), hole.to());
    }
    received.put(telemetry.epoch(), after);
    return ack(telemetry.epoch());
  }

  private Ack ack(long epoch) {
    acks++;
    return new Ack(
        generation,
        epoch,
        received.getOrDefault(epoch, Received.NOTHING).forAcknowledgement(),
        frameHash,
        Ack.HubTime.NONE,
        0,
        newestEpoch() > epoch ? newestEpoch() : 0);
  }

  private long newestEpoch() {
    long told = reported.map(r -> r.order().epoch()).orElse(0L);
    return received.isEmpty() ? told : Math.max(told, received.lastKey());
  }

  /** The operator restored a backup in which nothing of this device was. */
  void restoreEmpty() {
    generation++;
    received.clear();
    stored.clear();
    frameHash = "";
  }
}
