-- How far the journal beside the store is applied. A bridge that does not know the journal must not open the store.
INSERT INTO about (name, value) VALUES ('journal', '0');
