package dev.claimgraph.shared;

import java.util.Collection;
import java.util.stream.Collectors;

/** Thrown when the caller may not do what it asked for; answered as FORBIDDEN, without telling of what it was about. */
public class Forbidden extends RuntimeException {

    public Forbidden() {
        super("You may not do this.");
    }

    /** @param why a part of a sentence: who may, as far as the caller may know */
    public Forbidden(String why) {
        super("You may not do this: %s.".formatted(why));
    }

    /** @param roles of which one would do; docs/access.md names them to everybody */
    public static Forbidden to(Collection<Role> roles) {
        var named = roles.stream().sorted().map(Role::name).collect(Collectors.joining(" or "));
        return new Forbidden("it takes the role " + named);
    }
}
