package dev.claimgraph.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * The connection of an answer that goes on after its request is over, to where the connection ends: Tomcat takes it as upgraded, so that
 * none of the hundred kilobytes that a request has are kept for it.
 */
public final class EventConnection implements InternalHttpUpgradeHandler {

    private @Nullable SocketWrapperBase<?> socket;
    private @Nullable Writer writer;
    private Duration patience = Duration.ZERO;

    /**
     * Sends the head of the answer, and then has the writer write the rest on a virtual thread of its own.
     *
     * @param patience without a byte that the client takes, after which a write fails
     */
    static void goOn(HttpServletRequest request, HttpServletResponse response, Writer writer, Duration patience)
            throws IOException {
        try {
            var connection = request.upgrade(EventConnection.class);
            connection.writer = writer;
            connection.patience = patience;
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Connection", "close");
        response.getOutputStream().flush();
    }

    /** Waits until all of it is on its way. @throws IOException where the client has gone */
    void write(byte[] bytes, int from, int length) throws IOException {
        socket().write(true, bytes, from, length);
    }

    void flush() throws IOException {
        socket().flush(true);
    }

    void close() {
        socket().close();
    }

    @Override
    public void init(WebConnection connection) {
        socket().setWriteTimeout(patience.toMillis());
        var writing = Objects.requireNonNull(writer);
        Thread.startVirtualThread(() -> {
            try {
                writing.writeTo(this);
            } finally {
                close();
            }
        });
    }

    /**
     * Whatever the client sends means nothing; that it sends no more means that it has gone. That it takes nothing for too long is noticed
     * by the write that waits for it or, a little sooner, by Tomcat, which says so here.
     */
    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        if (event == SocketEvent.OPEN_READ && isThere()) {
            return SocketState.UPGRADED;
        }
        var writing = Objects.requireNonNull(writer);
        if (socket().getError() instanceof SocketTimeoutException) {
            writing.tooSlow();
        } else {
            writing.gone();
        }
        return SocketState.CLOSED;
    }

    private boolean isThere() {
        var ignored = new byte[256];
        try {
            var read = socket().read(false, ignored, 0, ignored.length);
            while (read > 0) {
                read = socket().read(false, ignored, 0, ignored.length);
            }
            return read == 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The handler that it comes with is the request's, and would keep that. */
    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        wrapper.setAppReadBufHandler(ApplicationBufferHandler.EMPTY);
        socket = wrapper;
    }

    @Override
    public void setSslSupport(SSLSupport support) {}

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void pause() {}

    @Override
    public void destroy() {}

    private SocketWrapperBase<?> socket() {
        return Objects.requireNonNull(socket);
    }

    /** What writes the rest of an answer. */
    interface Writer {

        void writeTo(EventConnection connection);

        /** Called when the client has gone; never blocks. */
        void gone();

        /** Called when the client takes nothing for too long; never blocks. */
        void tooSlow();
    }
}
