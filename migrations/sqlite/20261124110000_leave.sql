-- Days on which somebody owes nothing: leave and trips. As with entries, rows are never changed; what became
-- of one since is an event.

CREATE TABLE leaves (
    id        INTEGER PRIMARY KEY,
    cadre_id  BIGINT NOT NULL REFERENCES cadres (id),
    kind      TEXT NOT NULL,                  -- leave, trip
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,                  -- counted
    said_at   BIGINT NOT NULL,
    update_id BIGINT NOT NULL
);
CREATE INDEX leaves_by_cadre ON leaves (cadre_id, last_day);
CREATE INDEX leaves_by_update ON leaves (update_id);

CREATE TABLE leave_events (
    id       INTEGER PRIMARY KEY,
    leave_id BIGINT NOT NULL REFERENCES leaves (id),
    kind     TEXT NOT NULL,                   -- withdrawn
    at       BIGINT NOT NULL,
    by_cadre BIGINT,
    UNIQUE (leave_id, kind)
);
