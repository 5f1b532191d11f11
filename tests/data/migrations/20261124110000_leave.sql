-- A leave that stands, a trip that was taken back.
INSERT INTO leaves (id, cadre_id, kind, first_day, last_day, said_at, update_id) VALUES
    (1001, 1001, 'leave', '2014-03-10', '2014-03-14', 1393839000000, 501),
    (1002, 1001, 'trip', '2014-03-20', '2014-03-20', 1393839001000, 502);
INSERT INTO leave_events (id, leave_id, kind, at, by_cadre) VALUES
    (1001, 1002, 'withdrawn', 1393839002000, 1001);
