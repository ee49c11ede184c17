package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.testing.HubStoreContract;
import io.baedge.model.id.SiteId;
import org.junit.jupiter.api.BeforeEach;

class PostgresqlStoreContractTest extends HubStoreContract {
  private Database database;

  @BeforeEach
  void create() throws Exception {
    database = PostgresqlServer.emptyDatabase();
  }

  @Override
  protected HubStore open() throws StoreFailed {
    return JdbcHubStore.open(database, new SiteId("camp"), "test", () -> Rows.WALL_MS);
  }

  @Override
  protected HubStore reopen(HubStore store) throws StoreFailed {
    return open();
  }
}
