package dev.claimgraph.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server, which can be cut and mended. */
final class Line implements AutoCloseable {

    private final URI server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket entrance;

    Line(URI server) throws IOException {
        this.server = server;
        this.entrance = open(0);
        this.port = entrance.getLocalPort();
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        entrance.close();
        for (var end : ends) {
            end.close();
        }
        ends.clear();
    }

    void mend() throws IOException {
        entrance = open(port);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private ServerSocket open(int port) throws IOException {
        var opened = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            while (!opened.isClosed()) {
                try {
                    var near = opened.accept();
                    var far = new Socket(server.getHost(), server.getPort());
                    ends.add(near);
                    ends.add(far);
                    Thread.startVirtualThread(() -> carry(near, far));
                    Thread.startVirtualThread(() -> carry(far, near));
                } catch (IOException e) {
                    if (!opened.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
        return opened;
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the line was cut
        }
    }
}
