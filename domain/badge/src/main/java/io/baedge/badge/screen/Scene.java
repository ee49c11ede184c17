package io.baedge.badge.screen;

import io.baedge.model.message.Desired;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that has a say in what is shown.
 *
 * @param localScreen chosen at the badge; empty text for a cleared glass
 * @param localUntilMonoMs when that choice ends
 * @param identifyUntilMonoMs until when the badge shows which one it is
 * @param put values of programs by key
 * @param battery level for people; empty while nobody can tell
 */
public record Scene(
    Desired desired,
    Optional<String> localScreen,
    long localUntilMonoMs,
    long identifyUntilMonoMs,
    Map<String, String> put,
    String battery) {
  public Scene {
    put = new TreeMap<>(put);
  }

  Scene withIdentifyUntil(long monoMs) {
    return new Scene(desired, localScreen, localUntilMonoMs, monoMs, put, battery);
  }
}
