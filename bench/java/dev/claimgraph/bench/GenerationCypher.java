package dev.claimgraph.bench;

/** The statements that write pages of a generated library. */
final class GenerationCypher {

    private GenerationCypher() {}

    static final String PEOPLE = "UNWIND $rows AS row CREATE (person:Person) SET person = row";

    static final String PRODUCT = "UNWIND $rows AS row CREATE (product:Product) SET product = row";

    private static final String WORDINGS = """
            CALL (said, row) {
              UNWIND row.wordings AS wording
              CREATE (said)<-[:WORDS]-(w:Wording)
              SET w = wording.node
              WITH w, wording.vector AS vector WHERE vector IS NOT NULL
              CALL db.create.setNodeVectorProperty(w, 'vector', vector)
            }
            """;

    static final String SUBJECTS = """
            UNWIND $rows AS row
            MATCH (person:Person {id: row.revision.by})
            CREATE (said:Subject:$(row.typename))-[:HAS_REVISION]->(revision:Revision)-[:BY]->(person)
            SET said = row.node, revision = row.revision
            WITH said, row
            CALL (said) {
              MATCH (product:Product {id: said.productId})
              CREATE (said)-[:PART_OF]->(product)
            }
            CALL (said, row) {
              UNWIND row.attributes AS attribute
              CREATE (said)-[:HAS_ATTRIBUTE]->(a:Attribute)
              SET a = attribute
            }
            """ + WORDINGS;

    static final String FACTS = """
            UNWIND $rows AS row
            MATCH (s:Subject {id: row.node.subjectId})
            MATCH (r:Revision {id: row.decision.revision})
            MATCH (person:Person {id: row.decision.by})
            CREATE (s)<-[:ABOUT]-(said:Fact)<-[:OF]-(v:Verification)-[:AT]->(r), (v)-[:BY]->(person)
            SET said = row.node, v = row.decision.verification
            WITH said, row, s
            CALL (said, s) {
              MATCH (s)-[:HAS_ATTRIBUTE]->(a:Attribute) WHERE a.name IN said.dependsOn
              CREATE (said)-[:DEPENDS_ON]->(a)
            }
            """ + WORDINGS;

    static final String CLAIMS = """
            UNWIND $rows AS row
            MATCH (persona:Persona {id: row.persona})
            MATCH (problem:MarketProblem {id: row.problem})
            CREATE (said:Claim)<-[:OF]-(u:Usage), (said)-[:SPEAKS_TO]->(persona), (said)-[:ADDRESSES]->(problem),
              (said)-[:IS_FOR {audience: persona.key + '/' + problem.key, claimId: row.node.id, status: row.node.status}]->(problem)
            SET said = row.node, u = row.usage
            WITH said, row
            CALL (said, row) {
              UNWIND range(0, size(row.links) - 1) AS place
              MATCH (f:Fact {id: row.links[place].factId})
              CREATE (said)-[:SUBSTANTIATED_BY {place: place, stamp: row.links[place].stamp}]->(f)
            }
            """ + WORDINGS;

    static final String CHANGES = "UNWIND $rows AS row CREATE (change:Change) SET change = row";

    /** Every claim is approved and published once. */
    static final String LIVE_USAGES = """
            MATCH (f:Fact)
            CALL (f) {
              SET f.liveUsages = COUNT { (f)<-[:SUBSTANTIATED_BY]-() }
            } IN TRANSACTIONS OF 1000 ROWS
            """;

    /** What was written so far is told to nobody. */
    static final String LOG = """
            MATCH (log:ChangeLog), (notices:NoticeLog)
            SET log.position = $position, notices.told = $position
            """;
}
