-- An entry that waited and was turned down, with its evidence; one recorded together; everything around them.
INSERT INTO sessions (id, unit_id, duty, on_date, amount, measure, form, topic, opened_by, opened_at, update_id) VALUES
    (1001, 1002, 'study', '2014-03-04', 4000, 'class_hours', 'collective', 'theory', 1001, 1393925400000, 503);
INSERT INTO session_events (id, session_id, kind, at, by_cadre) VALUES (1001, 1001, 'confirmed', 1393925500000, 1001);
INSERT INTO session_ticks (session_id, cadre_id, present, at, by_cadre) VALUES (1001, 1001, 1, 1393925450000, 1001);
INSERT INTO entries (id, cadre_id, duty, amount, measure, on_date, form, topic, note, source, recorded_at, update_id,
    waits_for, corrects, recorded_by, session_id, with_cadre, place_unit, subject) VALUES
    (1003, 1001, 'talks', 1000, 'times', '2014-02-01', 'first', NULL, '', 'text', 1393925300000, 503, 'late', NULL, NULL, NULL, 1002, 1001, ''),
    (1004, 1001, 'study', 4000, 'class_hours', '2014-03-04', 'collective', 'theory', '', 'session', 1393925500000, 504, NULL, 1002, 1001, 1001, NULL, NULL, '');
INSERT INTO entry_events (id, entry_id, kind, at, by_cadre, reason) VALUES
    (1002, 1003, 'rejected', 1393925600000, 1001, '日期不对');
INSERT INTO evidence (id, entry_id, item_id, kind, bot, file_id, file_unique_id, words, by_cadre, at, update_id) VALUES
    (1001, 1003, NULL, 'photo', 0, 'file', 'unique', '会场', 1001, 1393925350000, 505);
INSERT INTO dialogues (account, dialogue, at) VALUES (70001, '{"dialogue":"reject","entry":1003}', 1393925550000);
INSERT INTO news (id, cadre_id, news, at, told_at) VALUES
    (1001, 1001, '{"news":"target","duty":"study","was":40000,"is":48000,"by":"李强"}', 1393925600000, NULL);
INSERT INTO quotas (id, duty, unit_id, cadre_id, rank, amount, set_at, set_by, update_id) VALUES
    (1001, 'study', 1001, NULL, 'section', 48000, 1393925600000, 1001, 506);
INSERT INTO postings (id, cadre_id, unit_id, post, rank, traits, active, from_date, recorded_at, recorded_by, applied_at) VALUES
    (1001, 1002, 1001, '', 'member', '', 1, '2014-04-01', 1393925600000, NULL, NULL);
UPDATE cadres SET joined_on = '2014-03-01' WHERE id = 1002;
INSERT INTO quiet_hours (id, cadre_id, from_time, to_time, at, update_id) VALUES (1001, 1001, '20:00', '08:30', 1393925600000, 507);
INSERT INTO postponements (id, cadre_id, slot, on_date, until, at, update_id) VALUES (1001, 1001, 'evening', '2014-03-04', NULL, 1393925600000, 508);
INSERT INTO assignments (id, cadre_id, unit_id, duty, assigned_at, assigned_by, ended_at) VALUES (1001, 1001, 1002, 'contact', 1393925600000, NULL, NULL);
INSERT INTO opinions (id, entry_id, cadre_id, unit_id, subject, words, at, update_id, item_id) VALUES
    (1001, 1003, 1001, 1002, '王家', '路灯不亮', 1393925600000, 503, NULL);
