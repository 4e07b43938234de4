package dev.claimgraph.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says to a person why no answer came. */
final class Failure {

    private Failure() {}

    static String sentence(IOException failure, String host, WebhookSettings settings) {
        return switch (failure) {
            case RefusedAddress refused -> String.valueOf(refused.getMessage());
            case Lookups.TookTooLong slow ->
                "The name %s could not be looked up within %s.".formatted(host, seconds(settings.connectTimeout()));
            case UnknownHostException unknown -> "No host is named %s.".formatted(host);
            case ConnectTimeoutException slow ->
                "%s could not be connected to within %s.".formatted(host, seconds(settings.connectTimeout()));
            case InterruptedIOException slow -> tookTooLong(settings);
            case ConnectException refused -> "%s takes no connection at this port.".formatted(host);
            case NoRouteToHostException none -> "There is no way to %s.".formatted(host);
            case SSLException untrusted ->
                "No trusted connection to %s: %s".formatted(host, String.valueOf(untrusted.getMessage()));
            case NoHttpResponseException none -> "%s closed the connection without an answer.".formatted(host);
            case ConnectionClosedException broken -> "%s closed the connection in its answer.".formatted(host);
            case ClientProtocolException other -> "%s does not answer as HTTP servers do.".formatted(host);
            default -> "The connection to %s broke off.".formatted(host);
        };
    }

    static String tookTooLong(WebhookSettings settings) {
        return "No whole answer came within %s.".formatted(seconds(settings.timeout()));
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
