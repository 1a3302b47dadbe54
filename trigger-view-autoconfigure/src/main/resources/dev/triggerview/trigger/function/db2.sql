-- Db2 11.5, SYSCAT.ROUTINES, SYSCAT.ROUTINEPARMS: functions in SQL, one row for each
-- parameter; no aggregates, none of modules.
SELECT
    r.TEXT AS definition,
    CAST(NULL AS VARCHAR(1)) AS parameter,
    CAST(NULL AS VARCHAR(1)) AS after_parameters,
    CAST(NULL AS VARCHAR(1)) AS function_catalog,
    RTRIM(r.ROUTINESCHEMA) AS function_schema,
    r.ROUTINENAME AS function_name,
    r.SPECIFICNAME AS specific_name,
    p.TYPENAME AS argument_type,
    'SQL' AS language_name,
    r.REMARKS AS remarks,
    CAST(NULL AS VARCHAR(1)) AS table_schema,
    CAST(NULL AS VARCHAR(1)) AS table_name,
    CAST(NULL AS VARCHAR(1)) AS trigger_name,
    CAST(NULL AS VARCHAR(1)) AS rights
FROM SYSCAT.ROUTINES r
LEFT JOIN SYSCAT.ROUTINEPARMS p
    ON p.ROUTINESCHEMA = r.ROUTINESCHEMA AND p.SPECIFICNAME = r.SPECIFICNAME AND p.ROWTYPE IN ('P', 'B')
WHERE r.ROUTINETYPE = 'F'
AND r.ORIGIN = 'Q'
AND r.FUNCTIONTYPE <> 'C'
AND r.ROUTINEMODULENAME IS NULL
AND r.ROUTINESCHEMA NOT LIKE 'SYS%'
ORDER BY r.ROUTINESCHEMA, r.ROUTINENAME, r.SPECIFICNAME, p.ORDINAL
