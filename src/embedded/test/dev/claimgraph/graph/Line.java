package dev.claimgraph.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The line to a server, which can be cut, stalled so that it stays open and carries nothing, and mended. */
final class Line implements AutoCloseable {

    private volatile URI server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket entrance;
    private volatile CompletableFuture<Void> carrying = CompletableFuture.completedFuture(null);

    Line(URI server) throws IOException {
        this.server = server;
        this.entrance = open(0);
        this.port = entrance.getLocalPort();
    }

    int port() {
        return port;
    }

    /** Leads elsewhere from now on. */
    void to(URI server) {
        this.server = server;
    }

    void cut() throws IOException {
        entrance.close();
        for (var end : ends) {
            end.close();
        }
        ends.clear();
    }

    void stall() {
        carrying = new CompletableFuture<>();
    }

    /** Loses the connections that there are: they stay open and carry nothing any more, while new ones do. */
    void lose() {
        lost.addAll(ends);
    }

    void mend() throws IOException {
        carrying.complete(null);
        if (entrance.isClosed()) {
            entrance = open(port);
        }
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
                    connect(opened.accept());
                } catch (IOException e) {
                    // closed, here or there
                }
            }
        });
        return opened;
    }

    private void connect(Socket near) throws IOException {
        try {
            var far = new Socket(server.getHost(), server.getPort());
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            ends.add(near);
            ends.add(far);
            Thread.startVirtualThread(() -> carry(near, far));
            Thread.startVirtualThread(() -> carry(far, near));
        } catch (IOException e) {
            near.close();
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            var carried = new byte[8192];
            for (var size = 0; size >= 0; size = from.getInputStream().read(carried)) {
                carrying.join();
                if (lost.contains(from)) {
                    continue;
                }
                to.getOutputStream().write(carried, 0, size);
            }
        } catch (IOException e) {
            // the line was cut
        }
    }
}
