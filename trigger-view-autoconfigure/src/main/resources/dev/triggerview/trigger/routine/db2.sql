-- Db2 11.5, SYSCAT.ROUTINES: procedures, and aggregate functions, none of modules.
SELECT
    CASE r.ROUTINETYPE WHEN 'P' THEN 'a procedure' ELSE 'an aggregate function' END AS kind,
    CASE r.ROUTINETYPE WHEN 'P' THEN 'DROP PROCEDURE' ELSE 'DROP FUNCTION' END AS drop_statement,
    CAST(NULL AS VARCHAR(1)) AS function_catalog,
    RTRIM(r.ROUTINESCHEMA) AS function_schema,
    r.ROUTINENAME AS function_name,
    r.SPECIFICNAME AS specific_name
FROM SYSCAT.ROUTINES r
WHERE r.ROUTINEMODULENAME IS NULL
AND (r.ROUTINETYPE = 'P' OR (r.ROUTINETYPE = 'F' AND r.FUNCTIONTYPE = 'C'))
ORDER BY r.ROUTINESCHEMA, r.ROUTINENAME
