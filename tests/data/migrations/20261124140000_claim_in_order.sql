-- Two of a broadcast, due at once.
INSERT INTO outbox (id, lane, kind, cadre_id, chat_id, dedupe_key, payload, not_before, state, created_at) VALUES
    (1401, 3, 'notice', 1001, 70001, 'in-order:1401', '{}', 1393839000000, 'waiting', 1393839000000),
    (1402, 3, 'notice', 1002, 70002, 'in-order:1402', '{}', 1393839000000, 'waiting', 1393839000000);
