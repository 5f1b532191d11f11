-- One that was cancelled half-way, with a picture, and one that waits for its audience to be written down.
INSERT INTO broadcasts (id, kind, body, audience, state, cursor, total, frozen_at, closed_at, created_at, created_by, photo_name) VALUES
    (1001, 'notice', '{"texts":{"zh-CN":"明天上午9点开会"},"fallback":["zh-CN"]}', '{}', 'cancelled', 1002, 2,
     1393839000200, 1393839000900, 1393839000000, NULL, 'map.png'),
    (1002, 'notice', '{"texts":{"zh-CN":"已改到下午"},"fallback":["zh-CN"]}', '{"ranks":["section"]}', 'freezing', 0, 0,
     NULL, NULL, 1393839000000, 1001, NULL);
INSERT INTO broadcast_files (broadcast_id, file_id) VALUES (1001, 'AgACsandbox');
INSERT INTO broadcast_events (id, broadcast_id, kind, at, by_cadre, note) VALUES
    (1001, 1001, 'created', 1393839000000, NULL, ''),
    (1002, 1001, 'frozen', 1393839000200, NULL, ''),
    (1003, 1001, 'cancelled', 1393839000500, NULL, ''),
    (1004, 1002, 'created', 1393839000000, 1001, '');
INSERT INTO outbox (id, lane, kind, cadre_id, chat_id, dedupe_key, payload, edits, not_before, state, attempts,
    lease_until, lease_owner, message_id, created_at, sent_at, reason, broadcast_id) VALUES
    (1003, 3, 'broadcast', 1001, 70001, 'broadcast:1001:1001', '{"payload":"broadcast","id":1001}', NULL, 1393839000200,
     'sent', 1, NULL, NULL, 13, 1393839000100, 1393839000400, NULL, 1001),
    (1004, 3, 'broadcast', 1002, 70002, 'broadcast:1001:1002', '{"payload":"broadcast","id":1001}', NULL, 1393839000200,
     'closed', 0, NULL, NULL, NULL, 1393839000100, NULL, 'cancelled', 1001);
