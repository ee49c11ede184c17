package io.baedge.architecture.sample.hub.ingest;

public class Ingest {}
