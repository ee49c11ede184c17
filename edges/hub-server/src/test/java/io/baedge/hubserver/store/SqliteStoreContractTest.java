package io.baedge.hubserver.store;

import io.baedge.hub.store.HubStore;
import io.baedge.hub.store.HubStore.StoreFailed;
import io.baedge.hub.testing.HubStoreContract;
import io.baedge.model.id.SiteId;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends HubStoreContract {
  @TempDir Path directory;

  @Override
  protected HubStore open() throws StoreFailed {
    Database database = Database.sqlite(directory.resolve("hub.db"));
    return JdbcHubStore.open(database, new SiteId("camp"), "test", () -> Rows.WALL_MS);
  }

  @Override
  protected HubStore reopen(HubStore store) throws StoreFailed {
    return open();
  }
}
