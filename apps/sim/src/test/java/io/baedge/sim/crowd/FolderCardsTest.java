package io.baedge.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.model.id.DeviceId;
import io.baedge.sim.device.Card;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCardsTest {
  private final DeviceId device = new DeviceId("aaaaaaaaaaaaaaaa");

  @Test
  void epochs_and_files_survive_the_program(@TempDir Path folder) {
    Card card = new FolderCards(folder).of(device);
    assertThat(card.raiseEpoch()).isEqualTo(1);
    card.save("glass", new byte[] {1, 2});
    card.save("glass", new byte[] {3});

    Card again = new FolderCards(folder).of(device);

    assertThat(again.files()).containsOnlyKeys("glass");
    assertThat(again.files().get("glass")).containsExactly(3);
    assertThat(again.raiseEpoch()).isEqualTo(2);
  }
}
