package io.baedge.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final DeviceId first = new DeviceId("aaaaaaaaaaaaaaaa");
  private final DeviceId second = new DeviceId("bbbbbbbbbbbbbbbb");

  @Test
  void lines_are_sorted_and_numbers_only_grow() {
    var ledger = new Ledger();
    ledger.note(second, 1, 4, 2);
    ledger.note(first, 2, 1, 0);
    ledger.note(first, 1, 9, 9);
    ledger.note(second, 1, 3, 3);

    assertThat(ledger.toTsv())
        .isEqualTo(
            "device\tepoch\ttaken\tacknowledged\n"
                + "aaaaaaaaaaaaaaaa\t1\t9\t9\n"
                + "aaaaaaaaaaaaaaaa\t2\t1\t0\n"
                + "bbbbbbbbbbbbbbbb\t1\t4\t3\n");
    assertThat(ledger.taken()).isEqualTo(14);
    assertThat(ledger.acknowledged()).isEqualTo(12);
  }
}
