package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.MemoryHubStore;
import io.baedge.hub.testing.HubStoreContract;

/** The store that simulations use keeps the same promises as the databases beside it. */
class MemoryStoreContractTest extends HubStoreContract {
  @Override
  protected HubStore open() {
    return new MemoryHubStore(1);
  }

  @Override
  protected HubStore reopen(HubStore store) {
    return store;
  }
}
