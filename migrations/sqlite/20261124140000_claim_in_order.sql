-- Messages are taken out by when they are due, then by number. A broadcast's are all due at once, so an index
-- that ends with the time had PostgreSQL sort all that wait to find the next one.
CREATE INDEX outbox_in_order ON outbox (lane, not_before, id) WHERE state = 'waiting';
