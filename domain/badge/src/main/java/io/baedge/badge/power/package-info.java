/// What is known of battery and supply.
@NullMarked
package io.baedge.badge.power;

import org.jspecify.annotations.NullMarked;
