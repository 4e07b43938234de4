package dev.claimgraph.catalog;

/** One typed value of a subject, by its name. */
public record Attribute(String name, AttributeValue value) {

    public String display() {
        return value.display();
    }
}
