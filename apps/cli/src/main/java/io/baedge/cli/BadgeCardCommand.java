package io.baedge.cli;

import io.baedge.badgelinux.card.Card;
import io.baedge.badgelinux.card.CardListing;
import io.baedge.model.doc.Doc;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baedge badge card}. */
@Command(
    name = "card",
    description = {
      "Lists what the card of a badge holds, as the badge would find it at its next start.",
      "It changes nothing on the card; best while the badge does not run."
    })
final class BadgeCardCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The badge's --state directory.")
  private Path directory = Path.of("");

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws CommandFailure {
    try {
      CardListing card = CardListing.of(directory);
      output.print(document(card), text(card));
      return Main.OK;
    } catch (Card.Unusable e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private static Doc.Fields document(CardListing card) {
    List<Doc> epochs =
        card.epochs().stream()
            .<Doc>map(
                epoch ->
                    Doc.fields()
                        .put("epoch", epoch.epoch())
                        .put("records", epoch.records())
                        .put(
                            "ranges",
                            epoch.ranges().stream()
                                .<Doc>map(
                                    range ->
                                        Doc.fields()
                                            .put("from", range.from())
                                            .put("to", range.to())
                                            .build())
                                .toList())
                        .build())
            .toList();
    return Doc.fields()
        .put("device", card.device().text())
        .put("claimCode", card.device().claimCode())
        .put("nextEpoch", card.epoch())
        .put("problem", card.problem())
        .put("epochs", epochs)
        .build();
  }

  private static String text(CardListing card) {
    String records =
        card.epochs().isEmpty()
            ? "\nno records"
            : card.epochs().stream().map(BadgeCardCommand::line).collect(Collectors.joining());
    return "device "
        + card.device()
        + ", claim code "
        + card.device().claimCode()
        + ", next epoch "
        + card.epoch()
        + (card.problem().isEmpty() ? "" : "\nproblem: " + card.problem())
        + records;
  }

  private static String line(CardListing.Epoch epoch) {
    return "\nepoch "
        + epoch.epoch()
        + ": "
        + epoch.records()
        + " records, "
        + epoch.ranges().stream()
            .map(range -> range.from() + "-" + range.to())
            .collect(Collectors.joining(", "));
  }
}
