-- create
\.
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
REFERENCING NEW ROW AS NEW
FOR EACH ROW
BEGIN ATOMIC
INSERT INTO log (id, note) VALUES (1, '; // $$ $tv$ /* -- @ ''GO''');
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log"
.;
