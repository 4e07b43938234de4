package dev.claimgraph.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks from being sent into networks that only the service itself can reach. An address is looked at when it is given, and
 * what its host resolves to whenever a connection is made: the HTTP client asks here for what it connects to, and nowhere else.
 */
@Component
class Addresses implements DnsResolver {

    private static final int MOST_PORTS = 65_535;
    private static final Pattern LOCALHOST = Pattern.compile("(.*\\.)?localhost\\.?", Pattern.CASE_INSENSITIVE);

    /** As the URL Standard tells numeric hosts from names: by their last label. */
    private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(\\d+|0[xX]\\p{XDigit}*)\\.?");

    private static final String ALLOW_IT =
            "give a public one, or have it allowed in claimgraph.webhooks.allowed-addresses.";

    private final boolean allowHttp;
    private final List<AddressRange> allowed;
    private final DnsResolver names;

    @Autowired
    Addresses(WebhookSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    Addresses(WebhookSettings settings, DnsResolver names) {
        this.allowHttp = settings.allowHttp();
        this.allowed =
                settings.allowedAddresses().stream().map(AddressRange::of).toList();
        this.names = new Lookups(names, settings.connectTimeout());
    }

    /** What is wrong with an address and what to do about it, as far as that can be told without asking for its host; else null. */
    @Nullable
    String check(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                && !(allowHttp && "http".equalsIgnoreCase(address.getScheme()))) {
            return "The address has to begin with https://.";
        }
        if (address.getRawUserInfo() != null) {
            return "The address holds a name or a password; leave it out, and verify the signature instead.";
        }
        if (address.getRawFragment() != null) {
            return "The address has a fragment, which no server is told; leave out what begins with #.";
        }
        var host = address.getHost();
        if (host == null) {
            return "The address names no host that can be read; give one such as https://example.com/webhooks.";
        }
        if (address.getPort() == 0 || address.getPort() > MOST_PORTS) {
            return "The address has the port %d; it has to be from 1 to %d.".formatted(address.getPort(), MOST_PORTS);
        }
        return checkHost(host);
    }

    /** Every address of a host, none of which is refused. @throws RefusedAddress where one is */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.resolve(host);
        for (var address : found) {
            var kind = refused(address);
            if (kind != null) {
                throw new RefusedAddress("The address resolves to %s, which is %s; %s"
                        .formatted(address.getHostAddress(), kind, ALLOW_IT));
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private @Nullable String checkHost(String host) {
        if (LOCALHOST.matcher(host).matches()) {
            return checkLiteral(host, InetAddress.getLoopbackAddress());
        }
        if (!host.startsWith("[") && !NUMERIC.matcher(host).matches()) {
            return null;
        }
        var literal = literal(host);
        return literal == null
                ? "%s can be read as several addresses, or as none; write four decimal numbers, or an IPv6 address in [ ]."
                        .formatted(host)
                : checkLiteral(host, literal);
    }

    private @Nullable String checkLiteral(String host, InetAddress address) {
        var kind = refused(address);
        return kind == null ? null : "%s is %s; %s".formatted(host, kind, ALLOW_IT);
    }

    private @Nullable AddressKind refused(InetAddress address) {
        var reached = AddressKind.reached(address);
        var kind = AddressKind.of(reached);
        return kind == AddressKind.PUBLIC || allowed.stream().anyMatch(range -> range.contains(reached)) ? null : kind;
    }

    private static @Nullable InetAddress literal(String host) {
        try {
            return AddressRange.literal(host);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
