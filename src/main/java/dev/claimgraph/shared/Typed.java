package dev.claimgraph.shared;

/** Something that says which type of the schema it is, where its class serves several. */
public interface Typed {

    String typename();

    /** The type of anything that the schema knows: the one that it says itself, else the one that its class is named after. */
    static String of(Object thing) {
        return thing instanceof Typed typed
                ? typed.typename()
                : thing.getClass().getSimpleName();
    }
}
