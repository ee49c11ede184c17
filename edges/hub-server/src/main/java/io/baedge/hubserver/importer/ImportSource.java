package io.baedge.hubserver.importer;

import io.baedge.model.codec.Decoded;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/** Where a list or schedule comes from: a file, or an http(s) address. */
public final class ImportSource {
  /** Largest file or answer, bytes. */
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private ImportSource() {}

  /** The bytes behind a path or an address. */
  public static Decoded<byte[]> read(String pathOrAddress) {
    return pathOrAddress.startsWith("http://") || pathOrAddress.startsWith("https://")
        ? fetch(pathOrAddress)
        : file(pathOrAddress);
  }

  private static Decoded<byte[]> file(String name) {
    try {
      Path path = Path.of(name);
      long size = Files.size(path);
      if (size > MOST_BYTES) {
        return new Decoded.Malformed<>(
            name + " has " + size + " bytes; at most " + MOST_BYTES + " are read");
      }
      return new Decoded.Ok<>(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return new Decoded.Malformed<>("there is no file " + name);
    } catch (InvalidPathException | IOException e) {
      return new Decoded.Malformed<>(name + " cannot be read: " + e.getMessage());
    }
  }

  private static Decoded<byte[]> fetch(String address) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(WHOLE).build();
      HttpResponse<byte[]> answer =
          client.send(
              request,
              HttpResponse.BodyHandlers.limiting(
                  HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
      return answer.statusCode() == 200
          ? new Decoded.Ok<>(answer.body())
          : new Decoded.Malformed<>(
              address + " answers " + answer.statusCode() + "; give an address of the file itself");
    } catch (IllegalArgumentException e) {
      return new Decoded.Malformed<>("'" + address + "' is no address: " + e.getMessage());
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Decoded.Malformed<>(address + " cannot be read: " + why);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Decoded.Malformed<>("interrupted while reading " + address);
    }
  }
}
