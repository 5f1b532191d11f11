-- The spine: who there is, what was said, what is due, what was and will be sent.
-- Instants are UTC milliseconds, local days are ISO dates, truth values are 0 and 1: one text of a
-- query then serves both databases. The PostgreSQL file of the same name differs in column types only.

CREATE TABLE units (
    id        INTEGER PRIMARY KEY,
    path      TEXT NOT NULL UNIQUE,           -- '汪清县/春阳镇'
    name      TEXT NOT NULL,
    parent_id BIGINT REFERENCES units (id),
    depth     BIGINT NOT NULL,                -- 1 = directly under the campaign's own body
    sector    TEXT
);

CREATE TABLE cadres (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,          -- the office's own number, or one given at import
    name       TEXT NOT NULL,
    unit_id    BIGINT NOT NULL REFERENCES units (id),
    post       TEXT NOT NULL,
    rank       TEXT NOT NULL,
    traits     TEXT NOT NULL,                 -- ids, comma separated, sorted
    phone      TEXT NOT NULL,
    active     BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
);
CREATE INDEX cadres_by_unit ON cadres (unit_id);
CREATE INDEX cadres_by_name ON cadres (name);

-- A person's Telegram account. A new row each time one is bound; an ended link stays for the record.
CREATE TABLE links (
    id          INTEGER PRIMARY KEY,
    cadre_id    BIGINT NOT NULL REFERENCES cadres (id),
    telegram_id BIGINT NOT NULL,              -- also the private chat's id
    language    TEXT NOT NULL,
    state       TEXT NOT NULL,                -- linked, blocked, ended
    linked_at   BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX links_one_per_cadre ON links (cadre_id) WHERE state <> 'ended';
CREATE UNIQUE INDEX links_one_per_account ON links (telegram_id) WHERE state <> 'ended';

CREATE TABLE invites (
    code       TEXT PRIMARY KEY,
    cadre_id   BIGINT NOT NULL REFERENCES cadres (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT,
    used_by    BIGINT
);
CREATE INDEX invites_by_cadre ON invites (cadre_id);

-- Wrong codes, so that guessing is slowed down.
CREATE TABLE wrong_codes (
    id          INTEGER PRIMARY KEY,
    telegram_id BIGINT NOT NULL,
    at          BIGINT NOT NULL
);
CREATE INDEX wrong_codes_by_account ON wrong_codes (telegram_id, at);

-- Each update as Telegram sent it, committed before it is acknowledged.
CREATE TABLE inbox (
    update_id   BIGINT PRIMARY KEY,
    raw         TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    attempts    BIGINT NOT NULL DEFAULT 0,
    done_at     BIGINT,
    fault       TEXT
);
CREATE INDEX inbox_waiting ON inbox (update_id) WHERE done_at IS NULL;

CREATE TABLE entries (
    id          INTEGER PRIMARY KEY,
    cadre_id    BIGINT NOT NULL REFERENCES cadres (id),
    duty        TEXT NOT NULL,
    amount      BIGINT NOT NULL,              -- thousandths of the measure; 0 = answered, nothing done
    measure     TEXT NOT NULL,
    on_date     TEXT NOT NULL,
    form        TEXT,
    topic       TEXT,
    note        TEXT NOT NULL,
    source      TEXT NOT NULL,                -- tap, text
    recorded_at BIGINT NOT NULL,
    update_id   BIGINT NOT NULL,
    prompt_id   BIGINT                        -- message of the prompt that was tapped
);
CREATE INDEX entries_by_cadre ON entries (cadre_id, duty, on_date);
CREATE INDEX entries_by_date ON entries (on_date, duty);
CREATE INDEX entries_by_update ON entries (update_id);

-- What became of an entry since. Entries themselves are never changed.
CREATE TABLE entry_events (
    id       INTEGER PRIMARY KEY,
    entry_id BIGINT NOT NULL REFERENCES entries (id),
    kind     TEXT NOT NULL,                   -- withdrawn
    at       BIGINT NOT NULL,
    by_cadre BIGINT,
    reason   TEXT NOT NULL,
    UNIQUE (entry_id, kind)
);

CREATE TABLE items (
    id             INTEGER PRIMARY KEY,
    no             TEXT NOT NULL,             -- the ledger's own number
    kind           TEXT NOT NULL,
    category       TEXT NOT NULL,
    content        TEXT NOT NULL,
    measures       TEXT NOT NULL,
    unit_id        BIGINT NOT NULL REFERENCES units (id),
    lead_name      TEXT NOT NULL,
    lead_id        BIGINT REFERENCES cadres (id),
    responsible    TEXT NOT NULL,
    responsible_id BIGINT REFERENCES cadres (id),
    deadline_kind  TEXT NOT NULL,             -- date, immediate, ongoing
    deadline       TEXT,
    progress       TEXT NOT NULL,
    status         TEXT NOT NULL,             -- assigned, submitted, closed
    assigned_on    TEXT NOT NULL,
    updated_at     BIGINT NOT NULL,
    submitted_at   BIGINT,
    closed_at      BIGINT,
    closed_by      TEXT
);
CREATE INDEX items_by_responsible ON items (responsible_id, status);
CREATE INDEX items_by_unit ON items (unit_id);

CREATE TABLE item_events (
    id       INTEGER PRIMARY KEY,
    item_id  BIGINT NOT NULL REFERENCES items (id),
    kind     TEXT NOT NULL,                   -- assigned, changed, submitted, closed
    at       BIGINT NOT NULL,
    by_cadre BIGINT,
    note     TEXT NOT NULL
);
CREATE INDEX item_events_by_item ON item_events (item_id);

CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    lane         BIGINT NOT NULL,             -- 0 answer, 1 urgent, 2 reminder, 3 broadcast
    kind         TEXT NOT NULL,
    cadre_id     BIGINT,
    chat_id      BIGINT NOT NULL,
    dedupe_key   TEXT NOT NULL UNIQUE,        -- what, whom, which occurrence
    payload      TEXT NOT NULL,
    edits        BIGINT,                      -- message to edit instead of sending a new one
    not_before   BIGINT NOT NULL,
    state        TEXT NOT NULL,               -- waiting, leased, sent, closed
    attempts     BIGINT NOT NULL DEFAULT 0,
    lease_until  BIGINT,
    lease_owner  TEXT,
    message_id   BIGINT,
    created_at   BIGINT NOT NULL,
    sent_at      BIGINT,
    reason       TEXT                         -- why it waits again or was closed
);
CREATE INDEX outbox_due ON outbox (lane, not_before) WHERE state = 'waiting';
CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'leased';
CREATE INDEX outbox_by_cadre ON outbox (cadre_id, state);
CREATE INDEX outbox_by_chat ON outbox (chat_id) WHERE state = 'waiting';

-- Each occurrence of a slot and what was decided about it.
CREATE TABLE occurrences (
    slot       TEXT NOT NULL,
    at         BIGINT NOT NULL,
    outcome    TEXT NOT NULL,                 -- planned, folded, dropped, day_off
    planned    BIGINT NOT NULL,
    reason     TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (slot, at)
);

CREATE TABLE holidays (
    country TEXT NOT NULL,
    date    TEXT NOT NULL,
    kind    TEXT NOT NULL,                    -- off, work
    name    TEXT NOT NULL,
    PRIMARY KEY (country, date)
);
CREATE TABLE holiday_years (
    country   TEXT NOT NULL,
    year      BIGINT NOT NULL,
    loaded_at BIGINT NOT NULL,
    PRIMARY KEY (country, year)
);

CREATE TABLE grants (
    id         INTEGER PRIMARY KEY,
    role       TEXT NOT NULL,                 -- office
    cadre_id   BIGINT NOT NULL REFERENCES cadres (id),
    unit_id    BIGINT REFERENCES units (id),  -- NULL: everywhere
    granted_at BIGINT NOT NULL,
    granted_by BIGINT,                        -- NULL: the command line
    revoked_at BIGINT
);
CREATE INDEX grants_by_cadre ON grants (cadre_id);

CREATE TABLE audit (
    id          INTEGER PRIMARY KEY,
    at          BIGINT NOT NULL,
    telegram_id BIGINT,
    cadre_id    BIGINT,
    action      TEXT NOT NULL,
    object      TEXT NOT NULL,
    allowed     BIGINT NOT NULL
);

-- Single facts the service remembers: the bot's username, when the scheduler last ran.
CREATE TABLE facts (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
