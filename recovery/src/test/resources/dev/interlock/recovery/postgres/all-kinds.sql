CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE pair AS (a int, "B c" text);
CREATE DOMAIN short AS varchar(3) CHECK (value <> 'bad');

CREATE TABLE every_type (
  id serial PRIMARY KEY, small smallint, big bigint, exact numeric, money_like numeric(12, 2), single real,
  "double" double precision, truth boolean, word text, fixed char(5), "limited" varchar(9), letter "char",
  raw bytea, day date, clock time, clock_zone timetz, local_time timestamp, instant timestamptz, span interval,
  cash money, document json, tree jsonb, markup xml, key uuid, host inet, net cidr, mac macaddr, bits bit(5),
  more_bits varbit, spot point, shape polygon, search tsvector, asked tsquery, numbers int[], texts text[],
  pairs pair[], grid int[][], feeling mood, composed pair, brief short, range_of int4range,
  ranges tstzmultirange, class regclass, oid_number oid, doubled bigint GENERATED ALWAYS AS (big * 2) STORED);

INSERT INTO every_type (small, big, exact, money_like, single, "double", truth, word, fixed, "limited", letter,
  raw, day, clock, clock_zone, local_time, instant, span, cash, document, tree, markup, key, host, net, mac, bits,
  more_bits, spot, shape, search, asked, numbers, texts, pairs, grid, feeling, composed, brief, range_of, ranges,
  class, oid_number)
SELECT n, n::bigint * 4611686018427, 1.100 * n, n / 7.0, (n / 3.0)::real, n / 3.0, n % 2 = 0,
  E'grüße "quoted", (x) \\ back\nline 日本 ' || n, 'ab', 'z', 'q', decode(md5(n::text), 'hex'), date '2026-02-28' + n,
  time '13:14:15.123456', timetz '13:14:15+05:30', timestamp '2026-10-25 02:30:00' + n * interval '1 hour',
  timestamptz '2026-10-25 02:30:00+02' + n * interval '1 hour', interval '1 year -2 days 03:04:05.6' * n,
  n * 1.5::numeric::money, '{"b": 1,  "a": [1,2]}', '{"b": 1,  "a": [1,2.50]}', '<a b="c">d</a>',
  md5(n::text)::uuid, '10.1.2.3/24', '10.1.0.0/16', '08:00:2b:01:02:03', b'10101', b'110', point(n, 0.1),
  '((0,0),(1,1),(2,0))', to_tsvector('simple', 'der Rest von gestern'), to_tsquery('simple', 'rest & gestern'),
  ARRAY[n, NULL, -n], ARRAY['', NULL, 'a,b', '"'], ARRAY[ROW(n, 'x')::pair], '{{1,2},{3,4}}', 'ok',
  ROW(n, NULL)::pair, 'abc', int4range(n, n + 5),
  tstzmultirange(tstzrange('2026-01-01 00:00+00', '2026-01-02 00:00+00')), 'every_type', n
FROM generate_series(1, 200) AS n;

INSERT INTO every_type (single, "double", exact, local_time, instant, word)
VALUES ('NaN', 'Infinity', 'NaN', 'infinity', '-infinity', ''), (-0.0, 1e-300, 1e100, NULL, NULL, NULL),
       (NULL, NULL, NULL, NULL, NULL, NULL), (NULL, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE empty_one (id int, word text);
CREATE TABLE no_columns ();
INSERT INTO no_columns DEFAULT VALUES;
CREATE TABLE "Names; need ""quotes""" ("select" int, "two words" text);
INSERT INTO "Names; need ""quotes""" VALUES (1, 'one'), (2, 'two');
CREATE SCHEMA "Other Schema";
CREATE TABLE "Other Schema".empty_one (id int);
INSERT INTO "Other Schema".empty_one SELECT generate_series(1, 10);
CREATE TABLE twice (word text);
INSERT INTO twice VALUES ('a'), ('a'), ('b');
CREATE UNLOGGED TABLE unlogged_one AS SELECT generate_series(1, 3) AS n;
CREATE TABLE dropped_column (a int, gone text, b text);
INSERT INTO dropped_column SELECT n, 'x', 'y' || n FROM generate_series(1, 5) AS n;
ALTER TABLE dropped_column DROP COLUMN gone;

CREATE TABLE parent (id int, name text);
CREATE TABLE child (own text) INHERITS (parent);
ALTER TABLE parent ADD COLUMN later date;
INSERT INTO parent VALUES (1, 'p', '2026-01-01');
INSERT INTO child (id, name, own, later) VALUES (2, 'c', 'mine', '2026-01-02');

CREATE TABLE measured (day date NOT NULL, value numeric) PARTITION BY RANGE (day);
CREATE TABLE measured_2025 PARTITION OF measured FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE measured_2026 PARTITION OF measured FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
  PARTITION BY LIST (value);
CREATE TABLE measured_2026_rest PARTITION OF measured_2026 DEFAULT;
INSERT INTO measured SELECT date '2025-06-01' + n, n FROM generate_series(1, 400) AS n;
CREATE TABLE hashed (feeling mood, n int) PARTITION BY HASH (feeling);
CREATE TABLE hashed_0 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE hashed_1 PARTITION OF hashed FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO hashed SELECT m, n FROM unnest(enum_range(NULL::mood)) AS m, generate_series(1, 10) AS n;

CREATE VIEW seen AS SELECT * FROM twice;
CREATE MATERIALIZED VIEW kept AS SELECT count(*) FROM twice;
