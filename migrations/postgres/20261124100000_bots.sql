-- Several bots, and several processes for each: which bot a person, an update and a message belong to, who
-- leads what, and which pauses Telegram has asked for. Everything is added, nothing changed: the version
-- before this one goes on running on these tables while it is replaced.

-- The bots that ever served. 0 is the one of TELOXIDE_TOKEN; others are the campaign's, numbered as they came.
CREATE TABLE bots (
    number   BIGINT PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,             -- as the campaign file names it; 'main' for 0
    username TEXT                              -- as getMe gave it
);
INSERT INTO bots (number, id, username)
    VALUES (0, 'main', (SELECT value FROM facts WHERE name = 'bot_username'));

-- The bot that the person last opened and that serves him.
ALTER TABLE links ADD COLUMN bot BIGINT NOT NULL DEFAULT 0;

-- The chat of the update, so that one chat's updates keep their order over several processes.
ALTER TABLE inbox ADD COLUMN chat_id BIGINT;
CREATE INDEX inbox_by_chat ON inbox (chat_id, update_id) WHERE done_at IS NULL;

ALTER TABLE outbox ADD COLUMN bot BIGINT NOT NULL DEFAULT 0;
-- In the order in which rows are taken out.
CREATE INDEX outbox_due_of_bot ON outbox (bot, lane, not_before, id) WHERE state = 'waiting';
-- The daily cap counts what a person was sent today, however long the campaign has been running.
CREATE INDEX outbox_unasked ON outbox (cadre_id, sent_at) WHERE state = 'sent' AND lane > 0;

-- Who sends for a bot, who plans. Times are the database's own, UTC milliseconds.
CREATE TABLE leases (
    name       TEXT PRIMARY KEY,               -- 'bot 0', 'office'
    owner      TEXT NOT NULL,                  -- the process, by the random name it has in outbox.lease_owner
    until      BIGINT NOT NULL,                -- taken over by another after this
    renewed_at BIGINT NOT NULL                 -- when its owner was last surely alive
);

-- Chats that Telegram asked to be left alone (429), so that a restart does not forget it. Chat 0: everybody.
CREATE TABLE pauses (
    bot     BIGINT NOT NULL,
    chat_id BIGINT NOT NULL,
    until   BIGINT NOT NULL,                   -- UTC milliseconds of the campaign's clock
    PRIMARY KEY (bot, chat_id)
);
