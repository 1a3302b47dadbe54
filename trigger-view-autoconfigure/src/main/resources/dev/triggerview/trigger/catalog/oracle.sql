-- Oracle Database 19c Reference, ALL_TRIGGERS. ALL_SOURCE has the text of triggers, too,
-- but one line in a row; DBMS_METADATA gives the whole statement as a CLOB.
SELECT
    DBMS_METADATA.GET_DDL('TRIGGER', t.trigger_name, t.owner) AS definition,
    NULL AS action_text,
    NULL AS table_catalog,
    t.table_owner AS table_schema,
    t.table_name AS table_name,
    CASE TRIM(t.base_object_type) WHEN 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS table_kind,
    t.trigger_name AS trigger_name,
    CASE
        WHEN t.trigger_type LIKE 'BEFORE%' THEN 'BEFORE'
        WHEN t.trigger_type LIKE 'AFTER%' THEN 'AFTER'
        WHEN t.trigger_type LIKE 'INSTEAD OF%' THEN 'INSTEAD OF'
        ELSE 'COMPOUND'
    END AS timing,
    t.triggering_event AS events,
    c.column_name AS update_column,
    CASE WHEN t.trigger_type LIKE '%EACH ROW' OR t.trigger_type LIKE 'INSTEAD OF%'
        THEN 'ROW' ELSE 'STATEMENT' END AS level_name,
    t.when_clause AS when_condition,
    NULL AS old_row,
    NULL AS new_row,
    t.status AS state,
    CASE o.status WHEN 'VALID' THEN 1 ELSE 0 END AS valid,
    0 AS position,
    NULL AS definer,
    NULL AS sql_mode,
    NULL AS function_schema,
    NULL AS function_name,
    NULL AS constraint_mode,
    NULL AS remarks
FROM all_triggers t
JOIN all_objects o ON o.owner = t.owner AND o.object_name = t.trigger_name AND o.object_type = 'TRIGGER'
LEFT JOIN all_trigger_cols c
    ON c.trigger_owner = t.owner AND c.trigger_name = t.trigger_name AND c.column_list = 'YES'
WHERE TRIM(t.base_object_type) IN ('TABLE', 'VIEW')
AND t.trigger_name NOT LIKE 'BIN$%'
AND t.owner NOT IN (SELECT u.username FROM all_users u WHERE u.oracle_maintained = 'Y')
ORDER BY t.table_owner, t.table_name, t.trigger_name
