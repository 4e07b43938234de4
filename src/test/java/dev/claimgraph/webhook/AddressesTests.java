package dev.claimgraph.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks go to the public internet by HTTPS, and into no network that only the service can reach, unless that is allowed. */
class AddressesTests {

    private final SomeNames names = new SomeNames();

    private final Addresses addresses = new Addresses(settings(false), names);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/services/T0/B0/secret",
                "HTTPS://Hooks.Example.Com:8443/?a=b",
                "https://xn--bcher-kva.example/",
                "https://93.184.215.14/",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]:444/hook",
                "https://127.0.0.1.example.com/",
                "https://localhost.example.com/"
            })
    void addressesOfThePublicInternetAreTaken(String address) {
        assertThat(addresses.check(URI.create(address))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.com/ | The address has to begin with https://.",
                "ftp://example.com/ | The address has to begin with https://.",
                "file:///etc/passwd | The address has to begin with https://.",
                "/hooks | The address has to begin with https://.",
                "https:example.com | The address names no host that can be read; give one such as"
                        + " https://example.com/webhooks.",
                "https:///hooks | The address names no host that can be read; give one such as"
                        + " https://example.com/webhooks.",
                "https://bücher.example/ | The address names no host that can be read; give one such as"
                        + " https://example.com/webhooks.",
                "https://ex%61mple.com/ | The address names no host that can be read; give one such as"
                        + " https://example.com/webhooks.",
                "https://me:secret@example.com/ | The address holds a name or a password; leave it out, and verify the"
                        + " signature instead.",
                "https://@example.com/ | The address holds a name or a password; leave it out, and verify the"
                        + " signature instead.",
                "https://example.com/#top | The address has a fragment, which no server is told; leave out what begins"
                        + " with #.",
                "https://example.com:0/ | The address has the port 0; it has to be from 1 to 65535.",
                "https://example.com:65536/ | The address has the port 65536; it has to be from 1 to 65535."
            })
    void whatIsNoAddressForWebhooksIsToldApart(String address, String problem) {
        assertThat(addresses.check(URI.create(address))).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "localhost, loopback",
        "LOCALHOST., loopback",
        "me.localhost, loopback",
        "[::1], loopback",
        "10.0.0.7, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "[fd00:ec2::254], private",
        "169.254.169.254, link-local",
        "[fe80::1], link-local",
        "0.0.0.0, unspecified",
        "[::], unspecified",
        "100.100.100.200, behind a carrier's NAT",
        "168.63.129.16, of the cloud's own platform",
        "192.0.0.192, reserved",
        "192.0.2.1, for documentation",
        "[2001:db8::1], for documentation",
        "198.19.255.255, for benchmarks",
        "224.0.0.1, multicast",
        "[ff02::1], multicast",
        "255.255.255.255, broadcast",
        "240.0.0.1, reserved",
        "[::ffff:10.0.0.7], private",
        "[::ffff:a9fe:a9fe], link-local",
        "[::10.0.0.7], reserved",
        "[::ffff:0:10.0.0.7], reserved",
        "[64:ff9b::10.0.0.7], private",
        "[64:ff9b::a9fe:a9fe], link-local",
        "[64:ff9b:1::a00:7], reserved",
        "[2002:a00:7::1], reserved",
        "[2001:0:a00:7::1], reserved",
        "[fec0::1], private",
        "[100::1], reserved",
        "[5f00::1], reserved"
    })
    void aHostThatIsNotPublicIsRefusedWhenItIsGiven(String host, String kind) {
        assertThat(addresses.check(URI.create("https://" + host + "/hooks")))
                .isEqualTo("%s is %s; give a public one, or have it allowed in claimgraph.webhooks.allowed-addresses."
                        .formatted(host, kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0X7F.1",
                "0177.0.0.1",
                "010.0.0.1",
                "1.2.3.04",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "256.1.1.1",
                "1.1.1.1.1",
                "0x7f.0.0.1",
                "%31%32%37.0.0.1",
                "[fe80::1%25eth0]",
                "127。0。0。1"
            })
    void numbersThatAreReadDifferentlyAreRefusedWhateverTheyMean(String host) {
        assertThat(addresses.check(URI.create("https://" + host + "/hooks"))).isNotNull();
    }

    @Property
    void everyAddressOfARefusedRangeIsRefusedInAllItsForms(@ForAll("refusedV4") InetAddress address) {
        var forms = List.of(
                address,
                embedded("00000000000000000000ffff", address),
                embedded("000000000000000000000000", address),
                embedded("0000000000000000ffff0000", address),
                embedded("0064ff9b0000000000000000", address),
                embedded("0064ff9b0001000000000000", address),
                embedded("2002" + hex(address) + "000000000000", address),
                embedded("20010000" + hex(address) + "00000000", address));
        assertThat(forms).allSatisfy(form -> {
            assertThatIsRefused(form);
            assertThat(addresses.check(literal(form))).isNotNull();
        });
    }

    @Property
    void everyAddressOfIpv6ThatIsNotHandedOutIsRefused(@ForAll("refusedV6") InetAddress address) {
        assertThatIsRefused(address);
        assertThat(addresses.check(literal(address))).isNotNull();
    }

    @Property
    void everyOtherAddressIsTaken(@ForAll("publicOnes") InetAddress address) throws UnknownHostException {
        assertThat(resolving(address).resolve("receiver.example")).containsExactly(address);
        assertThat(addresses.check(literal(address))).isNull();
    }

    @Test
    void aHostIsRefusedForAnyOfItsAddresses() {
        names.with("receiver.example", "93.184.215.14", "10.0.0.7");
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> addresses.resolve("receiver.example"))
                .withMessage("The address resolves to 10.0.0.7, which is private; "
                        + "give a public one, or have it allowed in claimgraph.webhooks.allowed-addresses.");
    }

    @Test
    void aRangeThatIsAllowedIsTakenAndNoOther() throws UnknownHostException {
        var some = new Addresses(settings(false, "10.20.0.0/16", "fd00::/8"), names);
        names.with("inside.example", "10.20.3.4", "fd00::1", "64:ff9b::10.20.3.4");
        assertThat(some.resolve("inside.example")).hasSize(3);
        assertThat(some.check(URI.create("https://10.20.3.4/"))).isNull();
        assertThat(some.check(URI.create("https://10.21.3.4/"))).isNotNull();
        assertThat(some.check(URI.create("https://localhost/"))).isNotNull();
        assertThat(some.check(URI.create("http://10.20.3.4/"))).isEqualTo("The address has to begin with https://.");
    }

    @Test
    void withoutTlsOnlyWhereThatIsAllowed() {
        var plain = new Addresses(settings(true), names);
        assertThat(plain.check(URI.create("http://example.com/"))).isNull();
        assertThat(plain.check(URI.create("https://example.com/"))).isNull();
        assertThat(plain.check(URI.create("http://localhost/"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/99", "10/8", "internal.example", "10.0.0.0/x", ""})
    void aRangeThatIsNoneIsRefused(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(false, range))
                .withMessageStartingWith("claimgraph.webhooks.allowed-addresses has ");
    }

    @Provide
    Arbitrary<InetAddress> refusedV4() {
        return within(
                "0.0.0.0/8",
                "10.0.0.0/8",
                "100.64.0.0/10",
                "127.0.0.0/8",
                "169.254.0.0/16",
                "172.16.0.0/12",
                "192.0.0.0/24",
                "192.0.2.0/24",
                "192.88.99.0/24",
                "192.168.0.0/16",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "224.0.0.0/4",
                "240.0.0.0/4");
    }

    @Provide
    Arbitrary<InetAddress> refusedV6() {
        return within(
                "::/8",
                "100::/64",
                "2001::/23",
                "2001:db8::/32",
                "2002::/16",
                "3fff::/20",
                "4000::/2",
                "8000::/1",
                "fc00::/7",
                "fe80::/10",
                "fec0::/10",
                "ff00::/8");
    }

    @Provide
    Arbitrary<InetAddress> publicOnes() {
        return within(
                "1.0.0.0/8",
                "9.0.0.0/8",
                "11.0.0.0/8",
                "100.0.0.0/10",
                "100.128.0.0/9",
                "172.0.0.0/12",
                "172.32.0.0/11",
                "192.169.0.0/16",
                "223.0.0.0/8",
                "2001:4860::/32",
                "2400::/12",
                "2600::/12",
                "2a00::/12",
                "64:ff9b::1.0.0.0/104");
    }

    private static void assertThatIsRefused(InetAddress address) {
        assertThatExceptionOfType(RefusedAddress.class)
                .isThrownBy(() -> resolving(address).resolve("receiver.example"));
    }

    private static Addresses resolving(InetAddress address) {
        return new Addresses(settings(false), new SomeNames().with("receiver.example", address.getHostAddress()));
    }

    private static WebhookSettings settings(boolean allowHttp, String... allowed) {
        return new WebhookSettings(List.of(allowed), allowHttp, Duration.ofSeconds(5), Duration.ofSeconds(15), 5);
    }

    private static Arbitrary<InetAddress> within(String... ranges) {
        return Arbitraries.of(ranges).flatMap(range -> {
            var slash = range.indexOf('/');
            var first = address(range.substring(0, slash)).getAddress();
            var free = first.length * Byte.SIZE - Integer.parseInt(range.substring(slash + 1));
            var last = BigInteger.ONE.shiftLeft(free).subtract(BigInteger.ONE);
            return Arbitraries.bigIntegers().between(BigInteger.ZERO, last).map(offset -> plus(first, offset));
        });
    }

    private static InetAddress plus(byte[] first, BigInteger offset) {
        var sum = new BigInteger(1, first).add(offset).toByteArray();
        var bytes = new byte[first.length];
        var length = Math.min(sum.length, bytes.length);
        System.arraycopy(sum, sum.length - length, bytes, bytes.length - length, length);
        return address(bytes);
    }

    /** The address in the last four bytes of sixteen, the others as they are given. */
    private static InetAddress embedded(String first, InetAddress address) {
        return address(HexFormat.of().parseHex(first + hex(address)));
    }

    private static String hex(InetAddress address) {
        return HexFormat.of().formatHex(address.getAddress());
    }

    private static URI literal(InetAddress address) {
        var text = address.getHostAddress();
        return URI.create("https://%s/".formatted(text.contains(":") ? "[" + text + "]" : text));
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
