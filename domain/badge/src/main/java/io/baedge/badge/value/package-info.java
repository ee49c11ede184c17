/// Values for screens that the badge fetches itself, from files and over HTTP.
@NullMarked
package io.baedge.badge.value;

import org.jspecify.annotations.NullMarked;
