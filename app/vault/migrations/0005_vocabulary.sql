-- The words a program has to know to read this casebook: its forms, choices, log actions, settings.

CREATE TABLE vocabulary (
  kind TEXT NOT NULL CHECK (length(kind) <= 20),
  word TEXT NOT NULL CHECK (length(word) <= 300),
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER vocabulary_is_never_changed BEFORE UPDATE ON vocabulary
BEGIN SELECT RAISE(ABORT, 'a word once written is never changed'); END;

CREATE TRIGGER vocabulary_is_never_removed BEFORE DELETE ON vocabulary
BEGIN SELECT RAISE(ABORT, 'a word once written is never removed'); END;

CREATE TRIGGER vocabulary_is_written_once BEFORE INSERT ON vocabulary
WHEN EXISTS (SELECT 1 FROM vocabulary WHERE kind = NEW.kind AND word = NEW.word) -- no OR REPLACE
BEGIN SELECT RAISE(ABORT, 'a word is written once'); END;
