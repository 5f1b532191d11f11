-- A message of an occurrence that waits; what a look of the auditor has left behind.
INSERT INTO outbox (id, lane, kind, cadre_id, chat_id, dedupe_key, payload, not_before, state, created_at) VALUES
    (1003, 2, 'digest', 1001, 70001, 'digest:evening:1393925400000:1001', '{}', 1393925400000, 'waiting', 1393925400000);
INSERT INTO facts (name, value) VALUES ('reckoning', '{"at":1393839180000,"watermark":1002,"seen":1002}');
