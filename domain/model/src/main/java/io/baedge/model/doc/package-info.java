/// A small value tree for documents, merge patch, and typed reading that reports all problems at
/// once.
@NullMarked
package io.baedge.model.doc;

import org.jspecify.annotations.NullMarked;
