-- A liaison, somebody of his unit out of reach, and a message that Telegram refused.
INSERT INTO cadres (id, key, name, unit_id, post, rank, traits, phone, active, created_at, updated_at) VALUES
    (2001, 'P000003', '杨勇涛', 1002, '副镇长', 'section', '', '', 1, 1392080400000, 1392080400000);
INSERT INTO links (id, cadre_id, telegram_id, language, state, linked_at, changed_at, told_at) VALUES
    (2001, 2001, 70004, 'zh-CN', 'blocked', 1392080400000, 1393839000000, 1393925400000);
INSERT INTO grants (id, role, cadre_id, unit_id, granted_at, granted_by, revoked_at) VALUES
    (2001, 'liaison', 1001, 1001, 1392080400000, NULL, NULL);
INSERT INTO outbox (id, lane, kind, cadre_id, chat_id, dedupe_key, payload, edits, not_before, state, attempts,
    lease_until, lease_owner, message_id, created_at, sent_at, reason, dead_at) VALUES
    (2001, 0, 'answer', 1001, 70001, 'answer:501:1393839000000:0', '{}', NULL, 1393839000000, 'dead', 1,
     NULL, NULL, NULL, 1393839000000, NULL, 'Bad Request: message is too long', 1393839000400);
