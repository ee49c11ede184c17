/// What is sent to an e-paper panel: a picture and a mode become a sequence of commands, and a
/// sequence is played on a bus. No files, no threads; buses are given.
@NullMarked
package io.baedge.badgelinux.panel;

import org.jspecify.annotations.NullMarked;
