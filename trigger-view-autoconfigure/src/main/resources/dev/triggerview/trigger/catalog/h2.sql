-- H2 2.4, INFORMATION_SCHEMA.TRIGGERS: one row for each event. A trigger of Java source
-- has no JAVA_CLASS; its text is in the output of SCRIPT only. One that also fires for
-- SELECT is left out: it would be created again without that.
SELECT
    CAST(NULL AS VARCHAR) AS definition,
    CASE WHEN T.JAVA_CLASS IS NOT NULL THEN
        CASE WHEN T.QUEUE_SIZE <> 1024 THEN 'QUEUE ' || T.QUEUE_SIZE || ' ' ELSE '' END
        || CASE WHEN T.NO_WAIT THEN 'NOWAIT ' ELSE '' END
        || 'CALL ''' || REPLACE(T.JAVA_CLASS, '''', '''''') || ''''
    END AS action_text,
    T.EVENT_OBJECT_CATALOG AS table_catalog,
    T.EVENT_OBJECT_SCHEMA AS table_schema,
    T.EVENT_OBJECT_TABLE AS table_name,
    CASE WHEN R.TABLE_TYPE = 'VIEW' THEN 'VIEW' ELSE 'TABLE' END AS table_kind,
    T.TRIGGER_NAME AS trigger_name,
    T.ACTION_TIMING AS timing,
    T.EVENT_MANIPULATION AS events,
    CAST(NULL AS VARCHAR) AS update_column,
    T.ACTION_ORIENTATION AS level_name,
    CAST(NULL AS VARCHAR) AS when_condition,
    CAST(NULL AS VARCHAR) AS old_row,
    CAST(NULL AS VARCHAR) AS new_row,
    'ENABLED' AS state,
    1 AS valid,
    0 AS position,
    CAST(NULL AS VARCHAR) AS definer,
    CAST(NULL AS VARCHAR) AS sql_mode,
    CAST(NULL AS VARCHAR) AS function_schema,
    CAST(NULL AS VARCHAR) AS function_name,
    CAST(NULL AS VARCHAR) AS constraint_mode,
    T.REMARKS AS remarks
FROM INFORMATION_SCHEMA.TRIGGERS T
LEFT JOIN INFORMATION_SCHEMA.TABLES R
    ON R.TABLE_SCHEMA = T.EVENT_OBJECT_SCHEMA AND R.TABLE_NAME = T.EVENT_OBJECT_TABLE
WHERE (T.TRIGGER_SCHEMA, T.TRIGGER_NAME) NOT IN (
    SELECT S.TRIGGER_SCHEMA, S.TRIGGER_NAME FROM INFORMATION_SCHEMA.TRIGGERS S WHERE S.EVENT_MANIPULATION = 'SELECT')
ORDER BY T.EVENT_OBJECT_SCHEMA, T.EVENT_OBJECT_TABLE, T.TRIGGER_NAME
