/// Words all sides share: records, sealed types, ids, time, and the only place with wire formats.
@NullMarked
package io.baedge.model;

import org.jspecify.annotations.NullMarked;
