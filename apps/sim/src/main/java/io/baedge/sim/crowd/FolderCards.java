package io.baedge.sim.crowd;

import io.baedge.kit.journal.MemoryRecordLog;
import io.baedge.kit.journal.RecordLog;
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
import java.util.stream.Stream;

/**
 * Cards as folders: epochs and small files survive the end of the program, so that a demo that is
 * started again on the same data goes on with the same devices. Records are kept in memory only: a
 * device that loses its power loses what it had not sent.
 */
public final class FolderCards implements Cards {
  private static final String EPOCH = "epoch";
  private static final String UNFINISHED = ".new";

  private final Path folder;

  /** Cards below this folder, which is made when it is missing. */
  public FolderCards(Path folder) {
    this.folder = folder;
  }

  @Override
  public Card of(DeviceId device) {
    return new FolderCard(folder.resolve(device.text()));
  }

  private static final class FolderCard implements Card {
    private final Path folder;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final MemoryRecordLog records = new MemoryRecordLog();
    private long epoch;

    FolderCard(Path folder) {
      this.folder = folder;
      try {
        Files.createDirectories(folder);
        try (Stream<Path> found = Files.list(folder)) {
          for (Path file : found.sorted().toList()) {
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
    public RecordLog records() {
      return records;
    }

    @Override
    public void powerCut() {
      records.powerCut();
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
