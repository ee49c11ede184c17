package io.baedge.badgelinux.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baedge.kit.journal.Disk;
import io.baedge.kit.journal.testing.DiskContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDiskTest extends DiskContract {
  @TempDir Path folder;

  @Override
  protected Disk open() {
    return new FolderDisk(folder.resolve("card"), 4);
  }

  @Override
  protected Disk reopen(Disk disk) {
    ((FolderDisk) disk).close();
    return open();
  }

  @Test
  void a_folder_that_cannot_be_made_is_told_in_one_sentence() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new FolderDisk(file.resolve("card"), 4).create("a", 1))
        .isInstanceOf(Disk.DiskFailed.class)
        .hasMessageContaining("card cannot be made");
  }

  @Test
  void what_is_written_without_forcing_survives_the_program() throws Exception {
    FolderDisk disk = FolderDisk.unforced(folder.resolve("many"));
    disk.create("a", 64);
    disk.write("a", 3, new byte[] {7}, 0, 1);
    disk.force("a");
    disk.close();
    assertThat(read(FolderDisk.unforced(folder.resolve("many")), "a", 2, 3))
        .containsExactly(0, 7, 0);
  }

  @Test
  void folders_within_are_no_files_of_the_disk() throws Exception {
    Disk disk = open();
    Files.createDirectories(folder.resolve("card").resolve("deeper"));
    disk.create("a", 1);
    assertThat(disk.names()).containsExactly("a");
  }
}
