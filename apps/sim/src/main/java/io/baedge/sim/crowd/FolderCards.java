package io.baedge.sim.crowd;

import io.baedge.kit.journal.Disk;
import io.baedge.model.id.DeviceId;
import io.baedge.sim.device.Card;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Cards as folders: epochs, small files and records survive the end of the program, so that a demo
 * that is started again on the same data goes on with the same devices.
 */
public final class FolderCards implements Cards {
  private static final String EPOCH = "epoch";
  private static final String UNFINISHED = ".new";

  private static final String RECORDS = "records";

  private final Path folder;
  private final Function<Path, Disk> disks;

  /**
   * Cards below this folder, which is made when it is missing.
   *
   * @param disks makes the disk of a folder for records
   */
  public FolderCards(Path folder, Function<Path, Disk> disks) {
    this.folder = folder;
    this.disks = disks;
  }

  @Override
  public Card of(DeviceId device) {
    Path own = folder.resolve(device.text());
    return new FolderCard(own, disks.apply(own.resolve(RECORDS)));
  }

  private static final class FolderCard implements Card {
    private final Path folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Disk disk;
    private long epoch;

    FolderCard(Path folder, Disk disk) {
      this.folder = folder;
      this.disk = disk;
      try {
        Files.createDirectories(folder);
        try (Stream<Path> found = Files.list(folder)) {
          for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
            read(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the card " + folder + ": " + e, e);
      }
    }

    private void read(Path file) throws IOException {
      String name = String.valueOf(file.getFileName());
      if (name.equals(EPOCH)) {
        epoch = Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
      } else if (!name.endsWith(UNFINISHED)) {
        files.put(name, Files.readAllBytes(file));
      }
    }

    @Override
    public long raiseEpoch() {
      epoch++;
      replace(EPOCH, Long.toString(epoch).getBytes(StandardCharsets.US_ASCII));
      return epoch;
    }

    @Override
    public SortedMap<String, byte[]> files() {
      return Collections.unmodifiableSortedMap(files);
    }

    @Override
    public void save(String name, byte[] bytes) {
      files.put(name, bytes.clone());
      replace(name, bytes);
    }

    @Override
    public Disk disk() {
      return disk;
    }

    @Override
    public void powerCut() {
      // The machine's own power does not go with that of an emulated device.
    }

    private void replace(String name, byte[] bytes) {
      Path unfinished = folder.resolve(name + UNFINISHED);
      try {
        Files.write(unfinished, bytes);
        Files.move(
            unfinished,
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the card " + folder + ": " + e, e);
      }
    }
  }
}
