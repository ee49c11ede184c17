/// The badge's own page and API.
@NullMarked
package io.baedge.badgelinux.http;

import org.jspecify.annotations.NullMarked;
