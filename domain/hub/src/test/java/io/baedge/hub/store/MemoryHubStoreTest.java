package io.baedge.hub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.hub.testing.HubStoreContract;
import org.junit.jupiter.api.Test;

class MemoryHubStoreTest extends HubStoreContract {
  @Override
  protected HubStore open() {
    return new MemoryHubStore(1);
  }

  @Override
  protected HubStore reopen(HubStore store) {
    return store;
  }

  @Test
  void a_restored_store_has_the_rows_and_a_higher_generation() {
    var store = new MemoryHubStore(4);
    store.commit(everyKindOfRow());
    MemoryHubStore restored = MemoryHubStore.restored(store, 5);
    store.commit(java.util.List.of(new Write.Counters(1_000, 1_000)));
    assertThat(restored.load().generation()).isEqualTo(5);
    assertThat(restored.load().rows()).hasSameSizeAs(everyKindOfRow());
    assertThat(restored.load().rows()).doesNotContain(new Write.Counters(1_000, 1_000));
    assertThatThrownBy(() -> MemoryHubStore.restored(store, 4)).hasMessageContaining("above 4");
  }
}
