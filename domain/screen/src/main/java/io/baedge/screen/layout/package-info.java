/// The layout language: its tree of elements and the reader of its YAML.
@NullMarked
package io.baedge.screen.layout;

import org.jspecify.annotations.NullMarked;
