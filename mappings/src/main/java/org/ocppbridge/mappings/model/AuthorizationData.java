package org.ocppbridge.mappings.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Entry of a local authorisation list (1.6 §7.1); without {@code idTagInfo} a differential update
 * deletes it.
 */
public record AuthorizationData(@JsonProperty(required = true) String idTag, IdTagInfo idTagInfo) {}
