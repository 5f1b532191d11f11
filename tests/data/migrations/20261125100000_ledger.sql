-- An item halfway through everything that can happen to it.
UPDATE items SET stage = 'accepted', helpers = '财政局', extension_to = '2014-07-15', extension_why = '资金未到位', extensions = 1,
    setbacks = 1, offered_to = 1001, reminded = 2, reminded_on = '2014-03-04', reported_at = 1393925600000 WHERE id = 1001;
INSERT INTO item_events (id, item_id, kind, at, by_cadre, note, step, update_id) VALUES
    (1003, 1001, 'accept', 1393925600000, 1001, '', '{"step":"accept"}', 509);
INSERT INTO item_helpers (item_id, cadre_id) VALUES (1001, 1002);
INSERT INTO item_hands (id, item_id, from_unit, from_cadre, to_unit, offered_at, offered_by, answered_at, taken) VALUES
    (1001, 1001, 1002, 1001, 1001, 1393925600000, 1001, NULL, NULL);
INSERT INTO item_mutes (id, item_id, cadre_id, until, at, update_id) VALUES (1001, 1001, 1001, '2014-03-06', 1393925600000, 510);
INSERT INTO escalations (id, item_id, round, rung, role, cadre_id, due_on, decided_at, told_at, outcome) VALUES
    (1001, 1001, 1, 0, 'lead', 1002, '2014-03-04', 1393925600000, NULL, 'waiting');
INSERT INTO item_asks (item_id, month, cadre_id, due_on, asked_at, told_at, answered_at) VALUES
    (1001, '2014-03', 1001, '2014-03-10', 1393925600000, NULL, NULL);
INSERT INTO unit_groups (id, chat_id, bot, unit_id, title, bound_by, bound_at, ended_at) VALUES
    (1001, -1001, 0, 1002, '新光村', 1001, 1393925600000, NULL);
INSERT INTO publications (id, item_id, chat_id, published_at, published_by) VALUES (1001, 1001, -1001, 1393925600000, 1001);
INSERT INTO item_polls (id, item_id, chat_id, bot, poll, message_id, opened_at, closes_at, satisfied, voters, closed_at, outcome) VALUES
    (1001, 1001, -1001, 0, '5001', 77, 1393925600000, 1394184800000, 3, 4, NULL, NULL);
