package io.baedge.sim.scenario;

import io.baedge.model.doc.DocReader;
import io.baedge.sim.chance.Spread;
import java.util.Optional;

/** Durations and ranges in a scenario file. */
final class Parts {
  static final long DAY_MS = 86_400_000;

  private Parts() {}

  static long duration(DocReader reader, String name, long minMs, long maxMs, long otherwiseMs) {
    Optional<Long> given = reader.parsed(name, 32, Durations::parse, Durations.FORM);
    if (given.isEmpty()) {
      return otherwiseMs;
    }
    long ms = given.get();
    if (ms < minMs || ms > maxMs) {
      reader.problem(name, "is " + Durations.text(ms) + "; " + mustBe(minMs, maxMs));
      return otherwiseMs;
    }
    return ms;
  }

  static Spread spread(DocReader reader, String name, Spread otherwise) {
    return reader.parsed(name, 32, Durations::parseSpread, Durations.SPREAD_FORM).orElse(otherwise);
  }

  static String mustBe(long minMs, long maxMs) {
    return "it must be from " + Durations.text(minMs) + " to " + Durations.text(maxMs);
  }
}
