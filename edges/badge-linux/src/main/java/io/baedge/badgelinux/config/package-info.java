/// What a badge process is told: file, environment and flags.
@NullMarked
package io.baedge.badgelinux.config;

import org.jspecify.annotations.NullMarked;
