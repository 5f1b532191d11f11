-- What the auditor counts, without reading what has come to its end: the messages of an occurrence, whose keys
-- begin alike, and dead letters. The PostgreSQL file of the same name says in which order texts are.
CREATE INDEX outbox_planned ON outbox (dedupe_key) WHERE lane >= 2;
CREATE INDEX IF NOT EXISTS outbox_dead ON outbox (id) WHERE state = 'dead';
