/// Own screens of a badge: a folder of layouts and pictures, read again when its files change.
@NullMarked
package io.baedge.badgelinux.screens;

import org.jspecify.annotations.NullMarked;
