package dev.claimgraph.access;

import java.util.Arrays;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes a person of each local account before the service answers anybody, and before sample data is loaded. */
@Component
@NoProvider
class LocalPeople implements SmartLifecycle {

    private final People people;
    private volatile boolean running;

    LocalPeople(People people) {
        this.people = people;
    }

    @Override
    public void start() {
        Arrays.stream(LocalAccount.values()).map(LocalAccount::identity).forEach(people::seen);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
