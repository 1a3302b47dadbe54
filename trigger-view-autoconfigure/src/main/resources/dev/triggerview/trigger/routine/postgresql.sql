-- PostgreSQL 14 and newer, pg_proc: what changes of functions leave alone.
SELECT
    CASE p.prokind WHEN 'a' THEN 'an aggregate' WHEN 'w' THEN 'a window function' WHEN 'p' THEN 'a procedure'
        ELSE 'a function of an extension' END AS kind,
    CASE p.prokind WHEN 'a' THEN 'DROP AGGREGATE' WHEN 'w' THEN 'DROP FUNCTION' WHEN 'p' THEN 'DROP PROCEDURE'
        ELSE 'DROP EXTENSION' END AS drop_statement,
    pg_catalog.current_database() AS function_catalog,
    n.nspname AS function_schema,
    p.proname AS function_name,
    p.oid AS specific_name
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname !~ '^pg_'
AND n.nspname <> 'information_schema'
AND (p.prokind <> 'f' OR EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND d.objid = p.oid
    AND d.deptype = 'e'))
ORDER BY n.nspname, p.proname, p.oid
