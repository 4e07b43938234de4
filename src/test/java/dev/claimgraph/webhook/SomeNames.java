package dev.claimgraph.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** Names that resolve as a test says: the first time to what was said first, and so on; the last is kept. */
class SomeNames implements DnsResolver {

    private final Map<String, Deque<InetAddress[]>> answers = new HashMap<>();

    SomeNames with(String host, String... literals) {
        var found = new InetAddress[literals.length];
        for (var i = 0; i < found.length; i++) {
            found[i] = InetAddress.ofLiteral(literals[i]);
        }
        answers.computeIfAbsent(host, none -> new ArrayDeque<>()).add(found);
        return this;
    }

    @Override
    public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
        var left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
