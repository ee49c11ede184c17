/// The only place with wire formats: JSON, deterministic CBOR and YAML text to and from documents,
/// messages to and from bytes.
@NullMarked
package io.baedge.model.codec;

import org.jspecify.annotations.NullMarked;
