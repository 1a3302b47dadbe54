-- create
CREATE TRIGGER "shop"."orders_log"
AFTER INSERT ON "shop"."orders"
FOR EACH ROW
AS 'org.h2.api.Trigger create() {
  return new org.acme.Running("""
INSERT INTO log (id, note) VALUES (1, ''; // $$ $tv$ /* -- @ ''''GO'''''') -- the end""");
}';

-- drop
DROP TRIGGER IF EXISTS "shop"."orders_log";
