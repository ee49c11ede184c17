package io.baedge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Bytes to import, from a file or from an address. */
final class Source {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Source() {}

  /** Everything behind a file name or an http address. */
  static byte[] read(String place) throws CommandFailure {
    try {
      byte[] bytes = place.matches("https?://.*") ? fetch(place) : load(Path.of(place));
      if (bytes.length > MOST_BYTES) {
        throw new CommandFailure(
            place + " is larger than 16 MiB; that is more than a hub takes at once");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new CommandFailure("there is no file " + place + "; give the path of one");
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(place + " cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted while reading " + place);
    }
  }

  private static byte[] load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static byte[] fetch(String address) throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException("it answers with status " + answer.statusCode());
        }
        return in.readNBytes(MOST_BYTES + 1);
      }
    }
  }
}
