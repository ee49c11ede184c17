package io.baedge.model.wearer;

import io.baedge.model.id.WearerId;

/**
 * What a badge shows of its wearer. Every text but the name may be empty.
 *
 * @param name as the wearer writes it, any script
 * @param title what the wearer does
 * @param company or community
 * @param social handle
 * @param link address behind the QR code
 * @param role for example attendee, speaker, crew: decides the band
 */
public record WearerCard(
    WearerId wearer,
    String name,
    String title,
    String company,
    String social,
    String link,
    String role) {}
