package io.baedge.model.message;

/**
 * What a device says of itself; every text may be empty, every number 0, when it cannot tell.
 *
 * @param panel name of the panel model
 * @param version of the Baedge software
 * @param memoryMb mebibytes in all
 * @param localUrl address of the local page
 */
public record DeviceFacts(
    String panel, String os, String arch, String version, int memoryMb, String localUrl) {
  /** Nothing known. */
  public static final DeviceFacts UNKNOWN = new DeviceFacts("", "", "", "", 0, "");
}
