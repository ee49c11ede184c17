package io.baedge.cli.demo;

import io.baedge.model.id.DeviceId;
import io.baedge.sim.crowd.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of a demo on disk. It is written again and again while the demo runs, so that after a
 * kill of everything it still says what had been acknowledged; lines of earlier runs stay.
 */
final class LedgerFile {
  private static final String HEADING = "device\tepoch\ttaken\tacknowledged";

  private final Path file;
  private final List<Ledger.Row> earlier;

  private LedgerFile(Path file, List<Ledger.Row> earlier) {
    this.file = file;
    this.earlier = earlier;
  }

  /** The ledger of the directory, with what earlier runs left there. */
  static LedgerFile open(Path file) throws IOException {
    List<Ledger.Row> rows = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        parse(line).ifPresent(rows::add);
      }
    }
    return new LedgerFile(file, rows);
  }

  /** Replaces the file by what is known now. */
  void write(Ledger ledger) throws IOException {
    var text = new StringBuilder(HEADING).append('\n');
    for (Ledger.Row row : rows(ledger)) {
      text.append(row.device()).append('\t').append(row.epoch()).append('\t');
      text.append(row.taken()).append('\t').append(row.acknowledged()).append('\n');
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(unfinished, text, StandardCharsets.UTF_8);
    Files.move(
        unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lines of earlier runs and of this one; epochs never repeat, so no line is in both. */
  List<Ledger.Row> rows(Ledger ledger) {
    List<Ledger.Row> rows = new ArrayList<>(earlier);
    rows.addAll(ledger.rows());
    return rows;
  }

  private static Optional<Ledger.Row> parse(String line) throws IOException {
    String[] cells = line.split("\t", -1);
    if (line.equals(HEADING) || cells.length != 4) {
      return Optional.empty();
    }
    try {
      return DeviceId.parse(cells[0])
          .map(
              device ->
                  new Ledger.Row(
                      device,
                      Long.parseLong(cells[1]),
                      Long.parseLong(cells[2]),
                      Long.parseLong(cells[3])));
    } catch (NumberFormatException e) {
      throw new IOException("its ledger.tsv has the broken line '" + line + "'", e);
    }
  }
}
