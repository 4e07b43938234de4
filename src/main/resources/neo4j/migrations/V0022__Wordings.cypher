// What claims are found by: the wordings of them, of their facts and of what these are about; by words and by meaning.
CREATE INDEX wording_print IF NOT EXISTS FOR (w:Wording) ON (w.print);
CREATE INDEX wording_model IF NOT EXISTS FOR (w:Wording) ON (w.model);
CREATE FULLTEXT INDEX wordings IF NOT EXISTS FOR (w:Wording) ON EACH [w.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
CYPHER 25 CREATE VECTOR INDEX meanings IF NOT EXISTS FOR (w:Wording) ON w.vector WITH [w.model, w.kind] OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}};
