package io.baedge.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void a_device_id_is_base32_of_the_keys_hash() {
    // printf 'key' | sha256sum | cut -c1-20 | xxd -r -p | base32 | tr A-Z a-z
    assertThat(DeviceId.ofPublicKey("key".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(new DeviceId("fryock32azdpsitz"));
  }

  @Test
  void devices_spread_over_all_partitions() {
    var seen = new TreeSet<Partition>();
    for (int i = 0; i < 2_000; i++) {
      seen.add(DeviceId.ofPublicKey(new byte[] {(byte) i, (byte) (i >> 8)}).partition());
    }
    assertThat(seen).hasSize(Partition.COUNT);
    assertThat(Partition.parse("3f")).contains(new Partition(63));
    assertThat(Partition.parse("40")).isEmpty();
    assertThat(new Partition(5).hex()).isEqualTo("05");
  }

  @Test
  void wrong_ids_are_refused_with_the_value_and_the_form() {
    assertThatThrownBy(() -> new DeviceId("ABC"))
        .hasMessage("device id must be 16 characters of a-z and 2-7, not 'ABC'");
    assertThat(BadgeId.parse("Ada!")).isEmpty();
    assertThat(WearerId.parse(" ")).isEmpty();
    assertThat(WearerId.parse("a\u0007")).isEmpty();
  }

  @Test
  void a_new_generation_orders_after_every_revision_of_the_old_one() {
    assertThat(new Revision(2, 0).after(new Revision(1, 999))).isTrue();
    assertThat(new Revision(1, 2).after(new Revision(1, 2))).isFalse();
  }
}
