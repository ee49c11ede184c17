package io.baedge.kit.settings;

/**
 * One setting in force.
 *
 * @param key as in the file, with dots
 * @param value as text; secrets are masked
 * @param source flag, the environment variable, the file with its line, or default
 * @param about what it does
 */
public record Setting(String key, String value, String source, String about) {}
