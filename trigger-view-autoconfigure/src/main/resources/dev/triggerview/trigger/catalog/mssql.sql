-- SQL Server 2017, sys.triggers, sys.trigger_events, sys.sql_modules. The text of an
-- encrypted trigger is null.
SELECT
    COALESCE(m.definition, N'') AS definition,
    NULL AS action_text,
    DB_NAME() AS table_catalog,
    SCHEMA_NAME(o.schema_id) AS table_schema,
    o.name AS table_name,
    CASE o.type WHEN 'V' THEN 'VIEW' ELSE 'TABLE' END AS table_kind,
    t.name AS trigger_name,
    CASE WHEN t.is_instead_of_trigger = 1 THEN 'INSTEAD OF' ELSE 'AFTER' END AS timing,
    e.type_desc AS events,
    NULL AS update_column,
    'STATEMENT' AS level_name,
    NULL AS when_condition,
    NULL AS old_row,
    NULL AS new_row,
    CASE WHEN t.is_disabled = 1 THEN 'DISABLED' ELSE 'ENABLED' END AS state,
    1 AS valid,
    CASE WHEN e.is_first = 1 THEN 1 ELSE 0 END AS position,
    USER_NAME(m.execute_as_principal_id) AS definer,
    NULL AS sql_mode,
    NULL AS function_schema,
    NULL AS function_name,
    NULL AS constraint_mode,
    CAST(p.value AS NVARCHAR(MAX)) AS remarks
FROM sys.triggers t
JOIN sys.objects o ON o.object_id = t.parent_id
JOIN sys.trigger_events e ON e.object_id = t.object_id
LEFT JOIN sys.sql_modules m ON m.object_id = t.object_id
LEFT JOIN sys.extended_properties p
    ON p.class = 1 AND p.major_id = t.object_id AND p.minor_id = 0 AND p.name = N'MS_Description'
WHERE t.parent_class = 1
AND t.is_ms_shipped = 0
ORDER BY SCHEMA_NAME(o.schema_id), o.name, t.name
