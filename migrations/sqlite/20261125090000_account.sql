-- The duty account: what an entry waits for and in whose hand it was recorded, what belongs to it, study
-- done together, targets set locally, where somebody served since when, and what one's own dialogue and
-- hours are. As before rows of facts are never changed; what became of one since is an event.

ALTER TABLE entries ADD COLUMN waits_for TEXT;              -- late, confirmation; NULL: counted at once
ALTER TABLE entries ADD COLUMN corrects BIGINT;             -- the entry in whose place it stands
ALTER TABLE entries ADD COLUMN recorded_by BIGINT;          -- who recorded it for him; NULL: he himself
ALTER TABLE entries ADD COLUMN session_id BIGINT;           -- the collective study that it comes from
ALTER TABLE entries ADD COLUMN with_cadre BIGINT;           -- with whom he talked (S8)
ALTER TABLE entries ADD COLUMN place_unit BIGINT;           -- the unit that he visited (S5, S16)
ALTER TABLE entries ADD COLUMN subject TEXT NOT NULL DEFAULT ''; -- household, place or deed in his words
CREATE INDEX entries_by_correction ON entries (corrects);
CREATE INDEX entries_by_session ON entries (session_id);
CREATE INDEX entries_by_recorder ON entries (recorded_by, id) WHERE recorded_by IS NOT NULL;

-- Entries that somebody has to decide on, found without reading all the others.
CREATE INDEX entries_waiting ON entries (waits_for, id);
CREATE INDEX entry_events_by_kind ON entry_events (kind, entry_id);

-- Photo, file, voice or forwarded message behind an entry or an item: Telegram keeps the bytes.
CREATE TABLE evidence (
    id             INTEGER PRIMARY KEY,
    entry_id       BIGINT REFERENCES entries (id),
    item_id        BIGINT REFERENCES items (id),
    kind           TEXT NOT NULL,             -- photo, document, voice, audio, video, text
    bot            BIGINT NOT NULL,           -- the bot that Telegram's name of the file is for
    file_id        TEXT NOT NULL,             -- empty: words alone
    file_unique_id TEXT NOT NULL,
    words          TEXT NOT NULL,             -- caption, file name or forwarded text
    by_cadre       BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    update_id      BIGINT NOT NULL
);
CREATE INDEX evidence_by_entry ON evidence (entry_id);
CREATE INDEX evidence_by_item ON evidence (item_id);
CREATE INDEX evidence_by_update ON evidence (update_id);

-- Study done together (S3), as its liaison opens it.
CREATE TABLE sessions (
    id        INTEGER PRIMARY KEY,
    unit_id   BIGINT NOT NULL REFERENCES units (id),
    duty      TEXT NOT NULL,
    on_date   TEXT NOT NULL,
    amount    BIGINT NOT NULL,                -- thousandths of the duty's measure
    measure   TEXT NOT NULL,
    form      TEXT,
    topic     TEXT,
    opened_by BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    update_id BIGINT NOT NULL
);
CREATE INDEX sessions_by_unit ON sessions (unit_id, on_date);
CREATE INDEX sessions_by_opener ON sessions (opened_by);
CREATE INDEX sessions_by_update ON sessions (update_id);
CREATE TABLE session_events (
    id         INTEGER PRIMARY KEY,
    session_id BIGINT NOT NULL REFERENCES sessions (id),
    kind       TEXT NOT NULL,                 -- confirmed, cancelled, withdrawn
    at         BIGINT NOT NULL,
    by_cadre   BIGINT,
    UNIQUE (session_id, kind)
);
-- The list while it is being ticked; what counts are the entries that confirming it makes.
CREATE TABLE session_ticks (
    session_id BIGINT NOT NULL REFERENCES sessions (id),
    cadre_id   BIGINT NOT NULL REFERENCES cadres (id),
    present    BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    by_cadre   BIGINT NOT NULL,
    PRIMARY KEY (session_id, cadre_id)
);

-- What the bot asked an account last and waits to hear.
CREATE TABLE dialogues (
    account  BIGINT PRIMARY KEY,
    dialogue TEXT NOT NULL,
    at       BIGINT NOT NULL
);

-- What somebody is told in his next digest.
CREATE TABLE news (
    id       INTEGER PRIMARY KEY,
    cadre_id BIGINT NOT NULL REFERENCES cadres (id),
    news     TEXT NOT NULL,
    at       BIGINT NOT NULL,
    told_at  BIGINT
);
CREATE INDEX news_untold ON news (cadre_id) WHERE told_at IS NULL;

-- Targets set locally (S2): of those that fit the same people the latest stands.
CREATE TABLE quotas (
    id        INTEGER PRIMARY KEY,
    duty      TEXT NOT NULL,
    unit_id   BIGINT REFERENCES units (id),   -- for this unit and what is below it …
    cadre_id  BIGINT REFERENCES cadres (id),  -- … or for one person
    rank      TEXT,                           -- only this rank
    amount    BIGINT,                         -- in the duty's measure; NULL: as the campaign says
    set_at    BIGINT NOT NULL,
    set_by    BIGINT,                         -- NULL: the command line
    update_id BIGINT
);
CREATE INDEX quotas_by_unit ON quotas (unit_id);
CREATE INDEX quotas_by_cadre ON quotas (cadre_id);

-- Where somebody serves from a day on, as what; what `cadres` says is the posting of today.
CREATE TABLE postings (
    id          INTEGER PRIMARY KEY,
    cadre_id    BIGINT NOT NULL REFERENCES cadres (id),
    unit_id     BIGINT NOT NULL REFERENCES units (id),
    post        TEXT NOT NULL,
    rank        TEXT NOT NULL,
    traits      TEXT NOT NULL,
    active      BIGINT NOT NULL,              -- 0: he leaves the roster
    from_date   TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by BIGINT,                       -- NULL: the command line
    applied_at  BIGINT                        -- when it became what `cadres` says
);
CREATE INDEX postings_by_cadre ON postings (cadre_id, from_date);
CREATE INDEX postings_to_apply ON postings (from_date) WHERE applied_at IS NULL;
ALTER TABLE cadres ADD COLUMN joined_on TEXT;               -- NULL: since before the campaign

-- Quiet hours of one's own, the latest row a person; both times NULL: the campaign's.
CREATE TABLE quiet_hours (
    id        INTEGER PRIMARY KEY,
    cadre_id  BIGINT NOT NULL REFERENCES cadres (id),
    from_time TEXT,                           -- HH:MM in the campaign's zone
    to_time   TEXT,
    at        BIGINT NOT NULL,
    update_id BIGINT NOT NULL
);
CREATE INDEX quiet_hours_by_cadre ON quiet_hours (cadre_id);

-- "Later" and "tomorrow" to a slot's message of a day.
CREATE TABLE postponements (
    id        INTEGER PRIMARY KEY,
    cadre_id  BIGINT NOT NULL REFERENCES cadres (id),
    slot      TEXT NOT NULL,
    on_date   TEXT NOT NULL,
    until     BIGINT,                         -- NULL: not again that day
    at        BIGINT NOT NULL,
    update_id BIGINT NOT NULL
);
CREATE INDEX postponements_by_cadre ON postponements (cadre_id, on_date);

-- Contact points (S16): whom a unit is entrusted to, for which duty.
CREATE TABLE assignments (
    id          INTEGER PRIMARY KEY,
    cadre_id    BIGINT NOT NULL REFERENCES cadres (id),
    unit_id     BIGINT NOT NULL REFERENCES units (id),
    duty        TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    assigned_by BIGINT,                       -- NULL: the command line
    ended_at    BIGINT
);
CREATE INDEX assignments_by_cadre ON assignments (cadre_id);
CREATE INDEX assignments_by_unit ON assignments (unit_id);

-- What people asked for (S6): heard on a visit; may become an item.
CREATE TABLE opinions (
    id        INTEGER PRIMARY KEY,
    entry_id  BIGINT REFERENCES entries (id),
    cadre_id  BIGINT NOT NULL REFERENCES cadres (id),
    unit_id   BIGINT NOT NULL REFERENCES units (id),
    subject   TEXT NOT NULL,                  -- whose: the household, the place
    words     TEXT NOT NULL,
    at        BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    item_id   BIGINT REFERENCES items (id)
);
CREATE INDEX opinions_by_cadre ON opinions (cadre_id);
CREATE INDEX opinions_by_entry ON opinions (entry_id);

ALTER TABLE leaves ADD COLUMN recorded_by BIGINT;           -- who said it for him; NULL: he himself
