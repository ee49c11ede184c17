package io.baedge.model.codec;

import io.baedge.model.doc.Doc;
import io.baedge.model.doc.Positions;

/** A document and where its values stand in the text it came from. */
public record Located(Doc doc, Positions positions) {}
