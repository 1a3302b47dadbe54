-- PostgreSQL 14 and newer: pg_trigger without what constraints and extensions own and
-- without the copies of a partitioned table's triggers on its partitions.
-- Run with an empty search_path, so that every name in a definition is qualified.
SELECT
    pg_catalog.pg_get_triggerdef(t.oid) AS definition,
    NULL::text AS action_text,
    pg_catalog.current_database() AS table_catalog,
    n.nspname AS table_schema,
    c.relname AS table_name,
    CASE c.relkind
        WHEN 'v' THEN 'VIEW'
        WHEN 'm' THEN 'MATERIALIZED_VIEW'
        WHEN 'f' THEN 'FOREIGN_TABLE'
        WHEN 'p' THEN 'PARTITIONED_TABLE'
        ELSE 'TABLE'
    END AS table_kind,
    t.tgname AS trigger_name,
    CASE
        WHEN t.tgtype & 64 <> 0 THEN 'INSTEAD OF'
        WHEN t.tgtype & 2 <> 0 THEN 'BEFORE'
        ELSE 'AFTER'
    END AS timing,
    pg_catalog.concat_ws(',',
        CASE WHEN t.tgtype & 4 <> 0 THEN 'INSERT' END,
        CASE WHEN t.tgtype & 16 <> 0 THEN 'UPDATE' END,
        CASE WHEN t.tgtype & 8 <> 0 THEN 'DELETE' END,
        CASE WHEN t.tgtype & 32 <> 0 THEN 'TRUNCATE' END) AS events,
    a.attname AS update_column,
    CASE WHEN t.tgtype & 1 <> 0 THEN 'ROW' ELSE 'STATEMENT' END AS level_name,
    CASE WHEN t.tgqual IS NOT NULL THEN
        (pg_catalog.regexp_match(pg_catalog.pg_get_triggerdef(t.oid),
            ' WHEN \((.*)\) EXECUTE (?:FUNCTION|PROCEDURE) ', 's'))[1]
    END AS when_condition,
    NULL::text AS old_row,
    NULL::text AS new_row,
    CASE t.tgenabled
        WHEN 'D' THEN 'DISABLED'
        WHEN 'R' THEN 'REPLICA'
        WHEN 'A' THEN 'ALWAYS'
        ELSE 'ENABLED'
    END AS state,
    1 AS valid,
    0 AS position,
    NULL::text AS definer,
    NULL::text AS sql_mode,
    fn.nspname AS function_schema,
    f.proname AS function_name,
    CASE
        WHEN t.tgconstraint = 0 THEN NULL
        WHEN t.tginitdeferred THEN 'INITIALLY_DEFERRED'
        WHEN t.tgdeferrable THEN 'INITIALLY_IMMEDIATE'
        ELSE 'NOT_DEFERRABLE'
    END AS constraint_mode,
    pg_catalog.obj_description(t.oid, 'pg_trigger') AS remarks
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
LEFT JOIN LATERAL pg_catalog.unnest(t.tgattr::pg_catalog.int2[]) WITH ORDINALITY AS u (attnum, ordinal) ON true
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = u.attnum
WHERE NOT t.tgisinternal
AND t.tgparentid = 0
AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.deptype = 'e'
    AND (d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND d.objid = t.oid
        OR d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid))
ORDER BY n.nspname, c.relname, t.tgname, u.ordinal
