// What reading a trace would walk to is beside what it starts from.
MATCH (f:Fact) SET f.dependsOn = [(f)-[:DEPENDS_ON]->(a:Attribute) | a.name];
MATCH (r:Revision)-[:BY]->(person:Person) SET r.by = person.id;
MATCH (s:Feature)-[:PART_OF]->(product:Product) SET s.productId = product.id;
