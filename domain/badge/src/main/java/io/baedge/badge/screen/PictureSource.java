package io.baedge.badge.screen;

import io.baedge.model.id.DeviceId;
import io.baedge.model.message.DeviceFacts;
import io.baedge.screen.compose.Values;

/**
 * What a device itself brings to its pictures.
 *
 * @param own texts by the keys of screens, shown where the hub says nothing
 */
public record PictureSource(DeviceId device, DeviceFacts facts, Values own) {}
