-- Db2 11.5, SYSCAT.TRIGGERS, SYSCAT.TRIGDEP. VALID is Y, N or X (inoperative). The
-- columns of UPDATE OF are in the text only.
SELECT
    t.TEXT AS definition,
    CAST(NULL AS VARCHAR(1)) AS action_text,
    CAST(NULL AS VARCHAR(1)) AS table_catalog,
    RTRIM(t.TABSCHEMA) AS table_schema,
    t.TABNAME AS table_name,
    CASE WHEN r.TYPE = 'V' THEN 'VIEW' ELSE 'TABLE' END AS table_kind,
    t.TRIGNAME AS trigger_name,
    CASE t.TRIGTIME WHEN 'B' THEN 'BEFORE' WHEN 'I' THEN 'INSTEAD OF' ELSE 'AFTER' END AS timing,
    SUBSTR(CASE t.EVENTINSERT WHEN 'Y' THEN ',INSERT' ELSE '' END
        || CASE t.EVENTUPDATE WHEN 'Y' THEN ',UPDATE' ELSE '' END
        || CASE t.EVENTDELETE WHEN 'Y' THEN ',DELETE' ELSE '' END, 2) AS events,
    CAST(NULL AS VARCHAR(1)) AS update_column,
    CASE t.GRANULARITY WHEN 'R' THEN 'ROW' ELSE 'STATEMENT' END AS level_name,
    CAST(NULL AS VARCHAR(1)) AS when_condition,
    CAST(NULL AS VARCHAR(1)) AS old_row,
    CAST(NULL AS VARCHAR(1)) AS new_row,
    CASE t.ENABLED WHEN 'N' THEN 'DISABLED' ELSE 'ENABLED' END AS state,
    CASE t.VALID WHEN 'Y' THEN 1 ELSE 0 END AS valid,
    0 AS position,
    t.OWNER AS definer,
    CAST(NULL AS VARCHAR(1)) AS sql_mode,
    CAST(NULL AS VARCHAR(1)) AS function_schema,
    CAST(NULL AS VARCHAR(1)) AS function_name,
    CAST(NULL AS VARCHAR(1)) AS constraint_mode,
    t.REMARKS AS remarks
FROM SYSCAT.TRIGGERS t
LEFT JOIN SYSCAT.TABLES r ON r.TABSCHEMA = t.TABSCHEMA AND r.TABNAME = t.TABNAME
WHERE t.TABSCHEMA NOT LIKE 'SYS%'
ORDER BY t.TABSCHEMA, t.TABNAME, t.TRIGNAME
