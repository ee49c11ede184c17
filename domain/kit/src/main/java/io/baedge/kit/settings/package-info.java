/// Settings from layers: flags, then environment, then file, then default.
@NullMarked
package io.baedge.kit.settings;

import org.jspecify.annotations.NullMarked;
