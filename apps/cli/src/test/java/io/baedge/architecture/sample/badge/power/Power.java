package io.baedge.architecture.sample.badge.power;

public class Power {}
