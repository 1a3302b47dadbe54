-- MariaDB Server documentation, Information Schema ROUTINES and PARAMETERS Tables: one row
-- for each parameter. Nothing but its body tells a stored aggregate function. The text of
-- a body has its string literals in the form without backslashes. An account that is not
-- the definer does not see it without SHOW CREATE ROUTINE.
SELECT
    IF(r.ROUTINE_DEFINITION IS NULL, NULL, CONCAT('CREATE ', IF(r.DEFINER = '@', '', CONCAT('DEFINER=`',
            REPLACE(LEFT(r.DEFINER, CHAR_LENGTH(r.DEFINER) - CHAR_LENGTH(SUBSTRING_INDEX(r.DEFINER, '@', -1)) - 1),
                '`', '``'),
            '`@`', REPLACE(SUBSTRING_INDEX(r.DEFINER, '@', -1), '`', '``'), '` ')),
        'FUNCTION `', REPLACE(r.ROUTINE_NAME, '`', '``'), '`(')) AS definition,
    CONCAT('`', REPLACE(p.PARAMETER_NAME, '`', '``'), '` ', p.DTD_IDENTIFIER,
        COALESCE(CONCAT(' CHARSET ', p.CHARACTER_SET_NAME, ' COLLATE ', p.COLLATION_NAME), '')) AS parameter,
    CONCAT(') RETURNS ', r.DTD_IDENTIFIER,
        COALESCE(CONCAT(' CHARSET ', r.CHARACTER_SET_NAME, ' COLLATE ', r.COLLATION_NAME), ''),
        IF(r.IS_DETERMINISTIC = 'YES', ' DETERMINISTIC ', ' NOT DETERMINISTIC '), r.SQL_DATA_ACCESS,
        ' SQL SECURITY ', r.SECURITY_TYPE,
        IF(r.ROUTINE_COMMENT = '', '', CONCAT(' COMMENT ', QUOTE(r.ROUTINE_COMMENT))), ' ',
        r.ROUTINE_DEFINITION) AS after_parameters,
    r.ROUTINE_SCHEMA AS function_catalog,
    NULL AS function_schema,
    r.ROUTINE_NAME AS function_name,
    r.SPECIFIC_NAME AS specific_name,
    p.DTD_IDENTIFIER AS argument_type,
    'SQL' AS language_name,
    NULL AS remarks,
    NULL AS table_schema,
    NULL AS table_name,
    NULL AS trigger_name,
    NULL AS rights
FROM INFORMATION_SCHEMA.ROUTINES r
LEFT JOIN INFORMATION_SCHEMA.PARAMETERS p
    ON p.ROUTINE_TYPE = 'FUNCTION' AND p.ORDINAL_POSITION > 0
    AND p.SPECIFIC_SCHEMA = DATABASE() AND p.SPECIFIC_NAME = r.ROUTINE_NAME
WHERE r.ROUTINE_SCHEMA = DATABASE()
AND r.ROUTINE_TYPE = 'FUNCTION'
AND r.ROUTINE_BODY = 'SQL'
AND COALESCE(r.ROUTINE_DEFINITION, '') NOT REGEXP '(?i)FETCH[[:space:]]+GROUP[[:space:]]+NEXT[[:space:]]+ROW'
ORDER BY r.ROUTINE_NAME, p.ORDINAL_POSITION
