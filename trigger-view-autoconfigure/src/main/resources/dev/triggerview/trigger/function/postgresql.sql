-- PostgreSQL 14 and newer, pg_proc: functions without aggregates, window functions and
-- procedures, and without what extensions and types own. One row for each argument and
-- each trigger that calls the function.
-- The rights are declarations of a block of PL/pgSQL that knows the function by another name.
-- Run with an empty search_path, so that every name in a definition is qualified.
SELECT
    pg_catalog.pg_get_functiondef(p.oid) AS definition,
    NULL::text AS parameter,
    NULL::text AS after_parameters,
    pg_catalog.current_database() AS function_catalog,
    n.nspname AS function_schema,
    p.proname AS function_name,
    p.oid::text AS specific_name,
    pg_catalog.format_type(a.type, NULL) AS argument_type,
    l.lanname AS language_name,
    pg_catalog.obj_description(p.oid, 'pg_proc') AS remarks,
    cn.nspname AS table_schema,
    c.relname AS table_name,
    t.tgname AS trigger_name,
    'owner CONSTANT name := ' || pg_catalog.quote_literal(pg_catalog.pg_get_userbyid(p.proowner))
        || E';\ngrantees text[] := ' || pg_catalog.quote_nullable(CASE WHEN p.proacl IS NOT NULL THEN ARRAY(
            SELECT CASE WHEN g.grantee = 0 THEN 'PUBLIC'
                    ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) END
                || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
            FROM pg_catalog.aclexplode(p.proacl) WITH ORDINALITY
                AS g (grantor, grantee, privilege_type, is_grantable, ordinal)
            WHERE g.grantee <> p.proowner
            ORDER BY g.ordinal) END) || ';' AS rights
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
LEFT JOIN LATERAL pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) WITH ORDINALITY AS a (type, ordinal) ON true
LEFT JOIN pg_catalog.pg_trigger t ON t.tgfoid = p.oid AND NOT t.tgisinternal AND t.tgparentid = 0
LEFT JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
WHERE p.prokind = 'f'
AND n.nspname !~ '^pg_'
AND n.nspname <> 'information_schema'
AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND d.objid = p.oid
    AND d.deptype IN ('e', 'i'))
ORDER BY n.nspname, p.proname, p.oid, a.ordinal, cn.nspname, c.relname, t.tgname
