-- Find a person by a part or the sound of a name, and cases by the beginning of a word, among many.

-- What the names of a person begin with (how = 0), have from a later word on (1), sound like (2).
CREATE TABLE name_row (
  how INTEGER NOT NULL CHECK (how IN (0, 1, 2)),
  part TEXT NOT NULL CHECK (length(part) <= 64),
  position INTEGER NOT NULL REFERENCES person_row (position),
  PRIMARY KEY (how, part, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_row_of_person ON name_row (position, how, part);

-- A beginning that has no index of its own is put together from every word that it begins.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = 'text_row', content_rowid = 'position',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4 5 6 7 8 9 10 11 12'
);

-- Wiping each word of a long text from its pages takes half a second, and hides nothing: the entries
-- it is made of stay. Whoever lets entries be disposed of must 'optimize' both indexes after it.
INSERT INTO near (near, rank) VALUES ('secure-delete', 0);
