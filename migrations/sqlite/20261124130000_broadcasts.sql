-- Broadcasts: one text of the office to many. The text and its picture are kept once, here; a row of the
-- outbox only names the broadcast. To whom it goes is written down in chunks, up to cursor, before anything
-- is sent. The PostgreSQL file of the same name differs in column types only.

CREATE TABLE broadcasts (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,                -- notice
    body        TEXT NOT NULL,                -- JSON: texts by language, in what order to fall back
    audience    TEXT NOT NULL,                -- JSON, as it was asked for
    state       TEXT NOT NULL,                -- freezing, sending, paused, cancelled, done
    cursor      BIGINT NOT NULL DEFAULT 0,    -- the last person of the roster who was looked at
    total       BIGINT NOT NULL DEFAULT 0,    -- people it goes to
    frozen_at   BIGINT,                       -- NULL: not everybody has been looked at yet
    closed_at   BIGINT,                       -- NULL: something of it may still be open
    created_at  BIGINT NOT NULL,
    created_by  BIGINT REFERENCES cadres (id), -- NULL: the command line
    photo_name  TEXT,
    photo       BLOB
);
CREATE INDEX broadcasts_open ON broadcasts (id) WHERE closed_at IS NULL;

-- What Telegram calls the picture once it was uploaded; each bot has its own name for it.
CREATE TABLE broadcast_files (
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    bot          BIGINT NOT NULL DEFAULT 0,
    file_id      TEXT NOT NULL,
    PRIMARY KEY (broadcast_id, bot)
);

-- What was done to it. Append-only.
CREATE TABLE broadcast_events (
    id           INTEGER PRIMARY KEY,
    broadcast_id BIGINT NOT NULL REFERENCES broadcasts (id),
    kind         TEXT NOT NULL,               -- created, frozen, paused, resumed, cancelled, done
    at           BIGINT NOT NULL,
    by_cadre     BIGINT,                      -- NULL: the command line, or the service itself
    note         TEXT NOT NULL
);
CREATE INDEX broadcast_events_by_broadcast ON broadcast_events (broadcast_id);

ALTER TABLE outbox ADD COLUMN broadcast_id BIGINT;
-- Counts by state, and what is still to be sent in the order of its time: to hold, release or close it.
CREATE INDEX outbox_by_broadcast ON outbox (broadcast_id, state, not_before) WHERE broadcast_id IS NOT NULL;
