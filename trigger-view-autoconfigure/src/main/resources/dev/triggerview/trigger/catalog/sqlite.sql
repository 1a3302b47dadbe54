-- SQLite, sqlite_schema: the statement is all that is kept; its header is parsed.
SELECT
    s.sql AS definition,
    NULL AS action_text,
    NULL AS table_catalog,
    NULL AS table_schema,
    s.tbl_name AS table_name,
    CASE WHEN r.type = 'view' THEN 'VIEW' ELSE 'TABLE' END AS table_kind,
    s.name AS trigger_name,
    'BEFORE' AS timing,
    NULL AS events,
    NULL AS update_column,
    'ROW' AS level_name,
    NULL AS when_condition,
    NULL AS old_row,
    NULL AS new_row,
    'ENABLED' AS state,
    1 AS valid,
    0 AS position,
    NULL AS definer,
    NULL AS sql_mode,
    NULL AS function_schema,
    NULL AS function_name,
    NULL AS constraint_mode,
    NULL AS remarks
FROM sqlite_master s
LEFT JOIN sqlite_master r ON r.name = s.tbl_name AND r.type IN ('table', 'view')
WHERE s.type = 'trigger'
ORDER BY s.tbl_name, s.name
