-- The ledger: every dated promise from being assigned to being struck off by somebody else. What happened to an
-- item are its events, which are never changed; the columns of `items` keep where they have led to, so that lists
-- need not read them all. Of the old column `status` the version before knows assigned, submitted and closed:
-- `stage` says it exactly.

ALTER TABLE items ADD COLUMN stage TEXT;                    -- accepted, under_way, cancelled; NULL: as status says
ALTER TABLE items ADD COLUMN helpers TEXT NOT NULL DEFAULT ''; -- 配合单位、配合人 as written
ALTER TABLE items ADD COLUMN extension_to TEXT;             -- the day asked for, while that waits for an answer
ALTER TABLE items ADD COLUMN extension_why TEXT;
ALTER TABLE items ADD COLUMN extensions BIGINT NOT NULL DEFAULT 0; -- how often one was asked for
ALTER TABLE items ADD COLUMN setbacks BIGINT NOT NULL DEFAULT 0; -- how often returned or reopened (S24)
ALTER TABLE items ADD COLUMN reviewed BIGINT NOT NULL DEFAULT 0; -- links of its review chain passed (S9)
ALTER TABLE items ADD COLUMN submitted_by BIGINT;
ALTER TABLE items ADD COLUMN offered_to BIGINT REFERENCES units (id); -- handed up, waiting for an answer (S28)
ALTER TABLE items ADD COLUMN reminded BIGINT NOT NULL DEFAULT 0; -- reminders of it sent since it is overdue
ALTER TABLE items ADD COLUMN reminded_on TEXT;              -- the day of the last mention
ALTER TABLE items ADD COLUMN reported_at BIGINT;            -- when progress was last told
ALTER TABLE items ADD COLUMN opened_by BIGINT;              -- who made it in chat; NULL: a ledger
ALTER TABLE items ADD COLUMN made_from BIGINT;              -- the item that it makes up for (S21)
CREATE INDEX items_by_lead ON items (lead_id, status);
CREATE INDEX items_by_status ON items (status, deadline);
CREATE INDEX items_by_no ON items (no);
CREATE INDEX items_asked ON items (extension_to) WHERE extension_to IS NOT NULL;
CREATE INDEX items_offered ON items (offered_to) WHERE offered_to IS NOT NULL;

ALTER TABLE item_events ADD COLUMN step TEXT;               -- the step with all that was said, as JSON
ALTER TABLE item_events ADD COLUMN update_id BIGINT;
CREATE INDEX item_events_by_update ON item_events (update_id);

-- Who helps, of those the roster knows.
CREATE TABLE item_helpers (
    item_id  BIGINT NOT NULL REFERENCES items (id),
    cadre_id BIGINT NOT NULL REFERENCES cadres (id),
    PRIMARY KEY (item_id, cadre_id)
);
CREATE INDEX item_helpers_by_cadre ON item_helpers (cadre_id);

-- What was handed up from where to where, and whether it was taken up. The unit it came from sees it for good.
CREATE TABLE item_hands (
    id          INTEGER PRIMARY KEY,
    item_id     BIGINT NOT NULL REFERENCES items (id),
    from_unit   BIGINT NOT NULL REFERENCES units (id),
    from_cadre  BIGINT,                       -- who was responsible there
    to_unit     BIGINT NOT NULL REFERENCES units (id),
    offered_at  BIGINT NOT NULL,
    offered_by  BIGINT,
    answered_at BIGINT,
    taken       BIGINT                        -- 1: taken up, 0: sent back
);
CREATE INDEX item_hands_by_item ON item_hands (item_id);
CREATE INDEX item_hands_by_unit ON item_hands (from_unit);

-- Whom an item is not mentioned to until when.
CREATE TABLE item_mutes (
    id        INTEGER PRIMARY KEY,
    item_id   BIGINT NOT NULL REFERENCES items (id),
    cadre_id  BIGINT NOT NULL REFERENCES cadres (id),
    until     TEXT NOT NULL,                  -- the last day of silence
    at        BIGINT NOT NULL,
    update_id BIGINT
);
CREATE INDEX item_mutes_by_cadre ON item_mutes (cadre_id, until);

-- Each step of an item's escalation and what became of it. A setback begins a new round.
CREATE TABLE escalations (
    id         INTEGER PRIMARY KEY,
    item_id    BIGINT NOT NULL REFERENCES items (id),
    round      BIGINT NOT NULL,
    rung       BIGINT NOT NULL,               -- place in the kind's list, from 0
    role       TEXT NOT NULL,                 -- lead, head, supervision, office
    cadre_id   BIGINT NOT NULL,               -- to whom; 0: there is nobody
    due_on     TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    told_at    BIGINT,
    outcome    TEXT NOT NULL,                 -- waiting, told, expired, stopped, nobody, own
    UNIQUE (item_id, round, rung, cadre_id)
);
CREATE INDEX escalations_by_cadre ON escalations (cadre_id, outcome);
CREATE INDEX escalations_by_outcome ON escalations (outcome, item_id);

-- Progress asked for each month (S13): one row an item and month.
CREATE TABLE item_asks (
    item_id     BIGINT NOT NULL REFERENCES items (id),
    month       TEXT NOT NULL,                -- 2014-03
    cadre_id    BIGINT NOT NULL,
    due_on      TEXT NOT NULL,
    asked_at    BIGINT NOT NULL,
    told_at     BIGINT,
    answered_at BIGINT,
    PRIMARY KEY (item_id, month)
);
CREATE INDEX item_asks_open ON item_asks (cadre_id) WHERE answered_at IS NULL;
CREATE INDEX item_asks_by_month ON item_asks (month, answered_at);

-- The group in which a unit's people talk: there its list is shown and its commitments are published.
CREATE TABLE unit_groups (
    id       INTEGER PRIMARY KEY,
    chat_id  BIGINT NOT NULL,
    bot      BIGINT NOT NULL,
    unit_id  BIGINT NOT NULL REFERENCES units (id),
    title    TEXT NOT NULL,
    bound_by BIGINT NOT NULL,
    bound_at BIGINT NOT NULL,
    ended_at BIGINT,
    listed_at BIGINT                          -- when it was last shown its list
);
CREATE UNIQUE INDEX unit_groups_one_per_chat ON unit_groups (chat_id) WHERE ended_at IS NULL;
CREATE INDEX unit_groups_by_unit ON unit_groups (unit_id) WHERE ended_at IS NULL;

-- An item published in a group.
CREATE TABLE publications (
    id           INTEGER PRIMARY KEY,
    item_id      BIGINT NOT NULL REFERENCES items (id),
    chat_id      BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by BIGINT NOT NULL,
    UNIQUE (item_id, chat_id)
);

-- A poll by which a unit's members review an item (S21, S28).
CREATE TABLE item_polls (
    id        INTEGER PRIMARY KEY,
    item_id   BIGINT NOT NULL REFERENCES items (id),
    chat_id   BIGINT NOT NULL,
    bot       BIGINT NOT NULL,
    poll      TEXT,                           -- Telegram's id of it; NULL: not sent yet
    message_id BIGINT,
    opened_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    satisfied BIGINT NOT NULL DEFAULT 0,
    voters    BIGINT NOT NULL DEFAULT 0,
    closed_at BIGINT,
    outcome   TEXT                            -- passed, failed, void
);
CREATE INDEX item_polls_by_item ON item_polls (item_id);
CREATE INDEX item_polls_by_poll ON item_polls (poll);
CREATE INDEX item_polls_open ON item_polls (closes_at) WHERE closed_at IS NULL;
