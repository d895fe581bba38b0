CREATE INDEX case_row_by_state ON case_row (state, last_recorded, number);

CREATE INDEX case_row_by_time ON case_row (last_recorded, number);

CREATE INDEX document_by_digest ON entry (sealed ->> '$.body.digest')
WHERE form IN ('document_issued', 'document_protected');

CREATE INDEX document_by_number ON entry (sealed ->> '$.body.number')
WHERE form = 'document_issued';

CREATE INDEX document_by_place ON entry (position)
WHERE form = 'document_issued';

CREATE INDEX document_by_words ON entry (sealed ->> '$.body.words')
WHERE form = 'document_issued';

CREATE INDEX draft_of_user ON draft (user_id, updated);

CREATE INDEX due_row_by_due ON due_row (due, case_id, key);

CREATE INDEX event_of_case ON event (case_id, action);

CREATE INDEX name_row_of_person ON name_row (position, how, part);

CREATE INDEX person_row_by_person ON person_row (person);

CREATE INDEX text_row_of_case ON text_row (case_id);

CREATE TABLE case_key (
  id INTEGER PRIMARY KEY,
  wrapped BLOB NOT NULL CHECK (length(wrapped) <= 64)
) STRICT;

CREATE TABLE case_row (
  case_id TEXT PRIMARY KEY REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  number TEXT NOT NULL UNIQUE CHECK (length(number) <= 20),
  opened TEXT NOT NULL CHECK (length(opened) <= 40),
  last_recorded TEXT NOT NULL CHECK (length(last_recorded) <= 40),
  entries INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (length(state) <= 100),
  stage TEXT NOT NULL CHECK (length(stage) <= 100),
  heading TEXT NOT NULL CHECK (length(heading) <= 2000),
  refer_now INTEGER NOT NULL,
  signs_open INTEGER NOT NULL
) STRICT;

CREATE TABLE casefile (
  case_id TEXT PRIMARY KEY CHECK (length(case_id) <= 64),
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK (serial >= 1),
  number TEXT NOT NULL UNIQUE CHECK (length(number) <= 20)
    CHECK (number = printf('%04d-%04d', year, serial)),
  key_id INTEGER REFERENCES case_key (id),
  UNIQUE (year, serial)
) STRICT;

CREATE TABLE disposal_permit (
  case_id TEXT PRIMARY KEY REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  permitted TEXT NOT NULL CHECK (length(permitted) <= 40)
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY CHECK (length(id) <= 64),
  user_id TEXT NOT NULL REFERENCES user (id) CHECK (length(user_id) <= 64),
  case_id TEXT CHECK (length(case_id) <= 64),
  form TEXT NOT NULL CHECK (length(form) <= 100),
  version INTEGER NOT NULL,
  corrects TEXT CHECK (length(corrects) <= 64),
  answers TEXT NOT NULL CONSTRAINT text_length CHECK (length(answers) <= 200000)
    CONSTRAINT no_picture CHECK (instr(lower(answers), 'data:image') = 0)
    CHECK (json_valid(answers)),
  updated TEXT NOT NULL CHECK (length(updated) <= 40)
) STRICT;

CREATE TABLE due_row (
  case_id TEXT NOT NULL REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  key TEXT NOT NULL CHECK (length(key) <= 200),
  what TEXT NOT NULL CHECK (length(what) <= 2000),
  because TEXT NOT NULL CHECK (length(because) <= 4000),
  due TEXT NOT NULL CHECK (length(due) <= 40),
  stage TEXT NOT NULL CHECK (length(stage) <= 100),
  PRIMARY KEY (case_id, key)
) STRICT;

CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  id TEXT NOT NULL UNIQUE CHECK (length(id) <= 64),
  sealed TEXT NOT NULL CONSTRAINT text_length CHECK (length(sealed) <= 200000)
    CONSTRAINT no_picture CHECK (instr(lower(sealed), 'data:image') = 0)
    CHECK (json_valid(sealed)),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  form TEXT NOT NULL GENERATED ALWAYS AS (sealed ->> '$.form') VIRTUAL
    CHECK (length(form) <= 100),
  recorded TEXT NOT NULL GENERATED ALWAYS AS (sealed ->> '$.recorded') VIRTUAL
    CHECK (length(recorded) <= 40),
  UNIQUE (case_id, seq),
  CHECK (id = sealed ->> '$.id'),
  CHECK (case_id = sealed ->> '$.case'),
  CHECK (seq = sealed ->> '$.seq')
) STRICT;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  sealed TEXT NOT NULL CHECK (length(sealed) <= 4000) CHECK (json_valid(sealed)),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  signature BLOB CHECK (length(signature) = 64),
  action TEXT NOT NULL GENERATED ALWAYS AS (sealed ->> '$.action') VIRTUAL
    CHECK (length(action) <= 64),
  case_id TEXT GENERATED ALWAYS AS (sealed ->> '$.case') VIRTUAL
    CHECK (length(case_id) <= 64),
  CHECK (seq = sealed ->> '$.seq')
) STRICT;

CREATE TABLE meta (
  name TEXT PRIMARY KEY CHECK (length(name) <= 64),
  value TEXT NOT NULL CHECK (length(value) <= 200)
) STRICT;

CREATE TABLE name_row (
  how INTEGER NOT NULL CHECK (how IN (0, 1, 2)),
  part TEXT NOT NULL CHECK (length(part) <= 64),
  position INTEGER NOT NULL REFERENCES person_row (position),
  PRIMARY KEY (how, part, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE near USING fts5 (
  spelt, content = 'person_row', content_rowid = 'position',
  tokenize = "trigram"
);

CREATE TABLE person_row (
  position INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  place INTEGER NOT NULL,
  person TEXT NOT NULL CHECK (length(person) <= 64),
  name TEXT NOT NULL CHECK (length(name) <= 2000),
  kind TEXT NOT NULL CHECK (length(kind) <= 100),
  born TEXT CHECK (length(born) <= 10),
  roles TEXT NOT NULL CHECK (length(roles) <= 4000),
  names TEXT NOT NULL CHECK (length(names) <= 20000),
  details TEXT NOT NULL CHECK (length(details) <= 200000) CHECK (json_valid(details)), spelt TEXT NOT NULL DEFAULT '' CHECK (length(spelt) <= 40000),
  UNIQUE (case_id, person)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  text, content = 'text_row', content_rowid = 'position',
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4 5 6 7 8 9 10 11 12'
);

CREATE TABLE setting (
  name TEXT PRIMARY KEY CHECK (length(name) <= 64),
  value TEXT NOT NULL CHECK (length(value) <= 20000)
    CONSTRAINT no_picture CHECK (instr(lower(value), 'data:image') = 0)
) STRICT;

CREATE TABLE text_row (
  position INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES casefile (case_id) CHECK (length(case_id) <= 64),
  text TEXT NOT NULL CHECK (length(text) <= 200000)
) STRICT;

CREATE TABLE user (
  id TEXT PRIMARY KEY CHECK (length(id) <= 64),
  name TEXT NOT NULL CHECK (length(name) <= 200),
  role TEXT NOT NULL CHECK (length(role) <= 200),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  added TEXT NOT NULL CHECK (length(added) <= 40),
  removed TEXT CHECK (length(removed) <= 40)
) STRICT;

CREATE TABLE vocabulary (
  kind TEXT NOT NULL CHECK (length(kind) <= 20),
  word TEXT NOT NULL CHECK (length(word) <= 300),
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER casefile_is_never_changed BEFORE UPDATE OF case_id, year, serial, number ON casefile
BEGIN SELECT RAISE(ABORT, 'the number of a case is never changed'); END;

CREATE TRIGGER casefile_is_never_removed BEFORE DELETE ON casefile
BEGIN SELECT RAISE(ABORT, 'the number of a case is never given again'); END;

CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM entry WHERE case_id = NEW.case_id AND seq = NEW.seq - 1
             AND hash <> NEW.prev)
  OR EXISTS (SELECT 1 FROM entry WHERE id = NEW.id OR position = NEW.position) -- no OR REPLACE
BEGIN SELECT RAISE(ABORT, 'an entry follows the last one of its case'); END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

CREATE TRIGGER entry_is_removed_by_disposal_only BEFORE DELETE ON entry
WHEN NOT EXISTS (SELECT 1 FROM disposal_permit WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'an entry is removed by disposal only'); END;

CREATE TRIGGER event_follows_the_last BEFORE INSERT ON event
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR EXISTS (SELECT 1 FROM event WHERE seq = NEW.seq - 1 AND mac <> NEW.prev)
BEGIN SELECT RAISE(ABORT, 'an event follows the last one'); END;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

CREATE TRIGGER vocabulary_is_never_changed BEFORE UPDATE ON vocabulary
BEGIN SELECT RAISE(ABORT, 'a word once written is never changed'); END;

CREATE TRIGGER vocabulary_is_never_removed BEFORE DELETE ON vocabulary
BEGIN SELECT RAISE(ABORT, 'a word once written is never removed'); END;

CREATE TRIGGER vocabulary_is_written_once BEFORE INSERT ON vocabulary
WHEN EXISTS (SELECT 1 FROM vocabulary WHERE kind = NEW.kind AND word = NEW.word) -- no OR REPLACE
BEGIN SELECT RAISE(ABORT, 'a word is written once'); END;

