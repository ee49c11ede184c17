package io.baedge.model.codec;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.baedge.model.Limits;

/** Reads YAML, the notation of configuration, screens and scenarios. */
public final class YamlText {
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(Limits.DOCUMENT_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private YamlText() {}

  /** The document with the places of its values. An empty text reads as null. */
  public static Decoded<Located> read(String text) {
    return DocCodec.located(YAML, text, "YAML");
  }
}
