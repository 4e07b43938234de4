// What claims say has a property of its own, so that copy can be held against it without the names and facts around it.
DROP INDEX wordings IF EXISTS;
CREATE FULLTEXT INDEX wordings IF NOT EXISTS FOR (w:Wording) ON EACH [w.said, w.words] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}};
