-- create
\.
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
FOR EACH STATEMENT
BEGIN ATOMIC
INSERT INTO log (id) VALUES (0);
END
.;

-- drop
\.
DROP TRIGGER IF EXISTS "shop"."orders_log"
.;
