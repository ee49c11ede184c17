/// Remembers what went wrong, once per kind.
@NullMarked
package io.baedge.kit.fault;

import org.jspecify.annotations.NullMarked;
