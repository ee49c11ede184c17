package io.baedge.cli.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a demo is to be.
 *
 * @param data keeps everything; the same directory again goes on with the same devices
 * @param at wall time at which the conference begins, if not now
 * @param duration counted from the moment when all badges are connected; empty = until stopped
 */
public record DemoOptions(
    int badges,
    Ports ports,
    Path data,
    long seed,
    double speed,
    Optional<OffsetDateTime> at,
    Optional<Duration> duration) {

  /**
   * Where the hub listens; 0 = any free port.
   *
   * @param bind address of console and API
   */
  public record Ports(String bind, int http, int mqtt) {}
}
