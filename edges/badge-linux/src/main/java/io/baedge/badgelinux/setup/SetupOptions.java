package io.baedge.badgelinux.setup;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is wanted.
 *
 * @param checkOnly looks and changes nothing
 * @param yes asks nothing; what exists is kept
 * @param panel the model, if it is known; none is tried then
 * @param hub address for the new {@code badge.yaml}; empty = the badge lives alone
 * @param root of the machine's files
 * @param home where the program is: its launcher and units
 */
public record SetupOptions(
    boolean checkOnly, boolean yes, Optional<String> panel, String hub, Path root, Path home) {}
