-- A second bot with a pause; a lease that has run out.
INSERT INTO bots (number, id, username) VALUES (1, 'east', NULL);
UPDATE links SET bot = 1 WHERE telegram_id = 70002;
INSERT INTO leases (name, owner, until, renewed_at) VALUES ('bot 0', '00000000000000ff', 1393839008000, 1393839000000);
INSERT INTO pauses (bot, chat_id, until) VALUES (1, 70002, 1393840000000);
