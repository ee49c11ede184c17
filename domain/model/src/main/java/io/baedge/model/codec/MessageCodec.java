package io.baedge.model.codec;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.DocReader;
import io.baedge.model.doc.Problems;
import io.baedge.model.message.DownMessage;
import io.baedge.model.message.HubStatus;
import io.baedge.model.message.UpMessage;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Messages to and from bytes. Every message carries {@code v}, the protocol version, and {@code
 * is}, its kind. Unknown fields are ignored, fields never change meaning; a reader takes this
 * version and the one before. Bytes that begin with an opening brace are JSON, all others CBOR.
 */
public final class MessageCodec {
  /** The protocol version that this code speaks. */
  public static final int PROTOCOL = 1;

  private MessageCodec() {}

  /** Deterministic CBOR. */
  public static byte[] encode(UpMessage message) {
    return DocCodec.toCbor(UpCodec.write(message));
  }

  /** Deterministic CBOR. */
  public static byte[] encode(DownMessage message) {
    return DocCodec.toCbor(DownCodec.write(message));
  }

  /** JSON: hubs say this one to people and tools as well. */
  public static byte[] encode(HubStatus status) {
    Doc doc =
        envelope("hub")
            .put("online", status.online())
            .put("generation", status.generation())
            .build();
    return DocCodec.toJson(doc).getBytes(StandardCharsets.UTF_8);
  }

  /** The message as a document, for JSON and for people. */
  public static Doc.Fields toDoc(UpMessage message) {
    return UpCodec.write(message);
  }

  /** The message as a document, for JSON and for people. */
  public static Doc.Fields toDoc(DownMessage message) {
    return DownCodec.write(message);
  }

  /** A device's message. */
  public static Decoded<UpMessage> decodeUp(byte[] bytes) {
    return decode(bytes, UpCodec::read);
  }

  /** A hub's message. */
  public static Decoded<DownMessage> decodeDown(byte[] bytes) {
    return decode(bytes, DownCodec::read);
  }

  /** A hub's word to everybody. */
  public static Decoded<HubStatus> decodeHub(byte[] bytes) {
    return decode(
        bytes,
        doc ->
            new HubStatus(doc.flag("online", false), doc.integer("generation", 0, Long.MAX_VALUE)));
  }

  static Doc.Builder envelope(String kind) {
    return Doc.fields().put("v", PROTOCOL).put("is", kind);
  }

  private static <M> Decoded<M> decode(byte[] bytes, Function<DocReader, M> reader) {
    return DocCodec.fromWire(bytes).then(doc -> read(doc, reader));
  }

  private static <M> Decoded<M> read(Doc doc, Function<DocReader, M> reader) {
    var problems = new Problems();
    DocReader fields = DocReader.of(doc, problems);
    long version = fields.integer("v", 0, 1_000);
    if (problems.isEmpty() && version != PROTOCOL && version != PROTOCOL - 1) {
      fields.problem(
          "v", "is " + version + "; this side speaks " + PROTOCOL + " and " + (PROTOCOL - 1));
    }
    if (!problems.isEmpty()) {
      return new Decoded.Malformed<>(problems.sentence());
    }
    try {
      M message = reader.apply(fields);
      return problems.isEmpty()
          ? new Decoded.Ok<>(message)
          : new Decoded.Malformed<>(problems.sentence());
    } catch (IllegalArgumentException e) {
      // The records check what no single field shows, such as the order of samples.
      return new Decoded.Malformed<>(
          problems.isEmpty() ? String.valueOf(e.getMessage()) : problems.sentence());
    }
  }
}
