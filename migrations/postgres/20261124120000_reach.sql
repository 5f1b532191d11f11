-- Who came out of reach and whether a liaison was told of it; messages that Telegram will never take because
-- of us (state 'dead' in the outbox), which stay with their payload until the office takes them up again or
-- drops them. A program of the version before knows neither: it leaves both alone.
-- This file is the same for both databases.

-- When a liaison was last told that this account refuses messages, UTC milliseconds. Earlier than the link's
-- changed_at: of another time, so that he is to be told again.
ALTER TABLE links ADD COLUMN told_at BIGINT;
CREATE INDEX links_blocked ON links (cadre_id) WHERE state = 'blocked';

-- When Telegram refused it for good, UTC milliseconds.
ALTER TABLE outbox ADD COLUMN dead_at BIGINT;
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';
