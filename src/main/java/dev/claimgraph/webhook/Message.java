package dev.claimgraph.webhook;

import java.net.URI;
import java.util.List;

/**
 * What is sent to one endpoint, the same in every attempt.
 *
 * @param id by which the endpoint knows it again
 * @param secrets that it is signed with: one, or two while one takes the place of the other
 */
record Message(URI address, String id, String contentType, String body, List<Secret> secrets) {}
