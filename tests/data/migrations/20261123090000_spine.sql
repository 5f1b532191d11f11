-- What a database holds after weeks of work, a row or two of everything. Keys are chosen, so that rows can
-- name each other on both databases.
INSERT INTO units (id, path, name, parent_id, depth, sector) VALUES
    (1001, '汪清县', '汪清县', NULL, 1, NULL),
    (1002, '汪清县/春阳镇', '春阳镇', 1001, 2, 'township');
INSERT INTO cadres (id, key, name, unit_id, post, rank, traits, phone, active, created_at, updated_at) VALUES
    (1001, 'P000001', '周俊哲', 1002, '镇长', 'section', 'leadership', '15271743002', 1, 1392080400000, 1392080400000),
    (1002, 'P000002', '李兰', 1002, '', 'member', '', '', 0, 1392080400000, 1393894800000);
INSERT INTO links (id, cadre_id, telegram_id, language, state, linked_at, changed_at) VALUES
    (1001, 1001, 70001, 'zh-CN', 'linked', 1392080400000, 1392080400000),
    (1002, 1002, 70002, 'ko', 'ended', 1392080400000, 1393894800000);
INSERT INTO invites (code, cadre_id, created_at, expires_at, used_at, used_by) VALUES
    ('used-code', 1001, 1392080300000, 1397264300000, 1392080400000, 70001),
    ('open-code', 1002, 1392080300000, 1397264300000, NULL, NULL);
INSERT INTO wrong_codes (id, telegram_id, at) VALUES (1001, 70003, 1392080500000);
INSERT INTO inbox (update_id, raw, received_at, attempts, done_at, fault) VALUES
    (501, '{"update_id":501}', 1393839000000, 1, 1393839000100, NULL),
    (502, '{"update_id":502}', 1393839001000, 3, NULL, 'could not be handled');
INSERT INTO entries (id, cadre_id, duty, amount, measure, on_date, form, topic, note, source, recorded_at, update_id, prompt_id) VALUES
    (1001, 1001, 'study', 4000, 'class_hours', '2014-03-03', NULL, NULL, '', 'tap', 1393839000000, 501, 12),
    (1002, 1001, 'study', 3000, 'class_hours', '2014-03-02', 'lecture', 'theory', '昨天下午学了3学时', 'text', 1393839001000, 502, NULL);
INSERT INTO entry_events (id, entry_id, kind, at, by_cadre, reason) VALUES
    (1001, 1002, 'withdrawn', 1393839100000, 1001, '');
INSERT INTO items (id, no, kind, category, content, measures, unit_id, lead_name, lead_id, responsible, responsible_id,
    deadline_kind, deadline, progress, status, assigned_on, updated_at, submitted_at, closed_at, closed_by) VALUES
    (1001, '12', 'rectification', '形式主义', '会议多、文件多', '压减三成', 1002, '周俊哲', 1001, '周俊哲', 1001,
     'date', '2014-03-06', '', 'submitted', '2014-02-11', 1393839000000, 1393839000000, NULL, NULL),
    (1002, '13', 'rectification', '', '公车私用', '', 1001, '', NULL, '王五', NULL,
     'ongoing', NULL, '', 'closed', '2014-02-11', 1393839000000, NULL, 1393839000000, 'import');
INSERT INTO item_events (id, item_id, kind, at, by_cadre, note) VALUES
    (1001, 1001, 'assigned', 1392080400000, NULL, ''),
    (1002, 1001, 'submitted', 1393839000000, 1001, '');
INSERT INTO outbox (id, lane, kind, cadre_id, chat_id, dedupe_key, payload, edits, not_before, state, attempts,
    lease_until, lease_owner, message_id, created_at, sent_at, reason) VALUES
    (1001, 2, 'digest', 1001, 70001, 'digest:evening:1393839000000:1001', '{}', NULL, 1393839000000, 'sent', 1,
     NULL, NULL, 12, 1393839000000, 1393839000400, NULL),
    (1002, 2, 'digest', 1002, 70002, 'digest:evening:1393839000000:1002', '{}', NULL, 1393839000000, 'closed', 0,
     NULL, NULL, NULL, 1393839000000, NULL, 'left');
INSERT INTO occurrences (slot, at, outcome, planned, reason, decided_at) VALUES
    ('evening', 1393839000000, 'planned', 2, '', 1393839000001);
INSERT INTO holidays (country, date, kind, name) VALUES ('cn', '2014-01-26', 'work', '春节');
INSERT INTO holiday_years (country, year, loaded_at) VALUES ('cn', 2014, 1392080400000);
INSERT INTO grants (id, role, cadre_id, unit_id, granted_at, granted_by, revoked_at) VALUES
    (1001, 'office', 1001, NULL, 1392080400000, NULL, NULL),
    (1002, 'office', 1002, 1002, 1392080400000, NULL, 1393839000000);
INSERT INTO audit (id, at, telegram_id, cadre_id, action, object, allowed) VALUES
    (1001, 1393839000000, 70001, 1001, '/status', '', 1),
    (1002, 1393839000000, 70009, NULL, '/status', '', 0);
INSERT INTO facts (name, value) VALUES ('bot_username', 'duban_test_bot');
