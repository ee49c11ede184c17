/// Reads values for screens from files and over HTTP.
@NullMarked
package io.baedge.badgelinux.value;

import org.jspecify.annotations.NullMarked;
