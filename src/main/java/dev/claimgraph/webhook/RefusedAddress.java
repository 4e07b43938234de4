package dev.claimgraph.webhook;

import java.net.UnknownHostException;

/** That a host is in a network which webhooks are kept from; the message says so to a person. */
class RefusedAddress extends UnknownHostException {

    RefusedAddress(String sentence) {
        super(sentence);
    }
}
