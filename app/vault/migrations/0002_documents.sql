-- Find an issued document, among all cases, by its digest, its check words or its number.

CREATE INDEX document_by_digest ON entry (sealed ->> '$.body.digest')
WHERE form IN ('document_issued', 'document_protected');

CREATE INDEX document_by_place ON entry (position)
WHERE form = 'document_issued';

CREATE INDEX document_by_words ON entry (sealed ->> '$.body.words')
WHERE form = 'document_issued';

CREATE INDEX document_by_number ON entry (sealed ->> '$.body.number')
WHERE form = 'document_issued';
