-- Find a person however a name is spelt: the index of spellings holds names as they are compared.

ALTER TABLE person_row
  ADD COLUMN spelt TEXT NOT NULL DEFAULT '' CHECK (length(spelt) <= 40000);

DROP TABLE near;
CREATE VIRTUAL TABLE near USING fts5 (
  spelt, content = 'person_row', content_rowid = 'position',
  tokenize = "trigram"
);
