package io.baedge.sim.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.baedge.kit.journal.SimulatedDisk;
import io.baedge.model.id.DeviceId;
import io.baedge.sim.device.Card;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCardsTest {
  private final SimulatedDisk disk = new SimulatedDisk(new SplittableRandom(1));
  private final DeviceId device = new DeviceId("aaaaaaaaaaaaaaaa");

  @Test
  void epochs_and_files_survive_the_program(@TempDir Path folder) {
    Card card = new FolderCards(folder, _ -> disk).of(device);
    assertThat(card.raiseEpoch()).isEqualTo(1);
    card.save("glass", new byte[] {1, 2});
    card.save("glass", new byte[] {3});

    Card again = new FolderCards(folder, _ -> disk).of(device);

    assertThat(again.files()).containsOnlyKeys("glass");
    assertThat(again.files().get("glass")).containsExactly(3);
    assertThat(again.raiseEpoch()).isEqualTo(2);
  }
}
