package io.baedge.hubserver.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.hub.store.HubStore.StoreFailed;
import org.junit.jupiter.api.Test;

class PostgresqlStoreTest extends JdbcStoreBehaviour {
  @Override
  Database emptyDatabase() throws Exception {
    return PostgresqlServer.emptyDatabase();
  }

  @Test
  void a_server_that_is_not_there_is_one_sentence() {
    Database nowhere = Database.postgresql("jdbc:postgresql://127.0.0.1:1/none", "u", "p");
    assertThatThrownBy(() -> JdbcHubStore.open(nowhere, SITE, "x", () -> Rows.WALL_MS))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("cannot be reached; check that it runs");
  }
}
