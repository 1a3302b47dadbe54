-- MariaDB 11.4, Information Schema: VIEWS. It has no view_table_usage, so that the relations
-- are taken from the canonical definition.
select case t.table_type when 'VIEW' then 'VIEW' else 'TABLE' end as entry,
  t.table_schema as schema_name, t.table_name as relation_name,
  case when t.table_schema = database() then 1 else 0 end as visible,
  case t.table_type when 'VIEW' then 'VIEW' end as kind, v.view_definition as definition,
  case v.is_updatable when 'YES' then 'INSERT UPDATE DELETE' end as writable,
  null as instead_of, null as other_schema, null as other_name, null as position,
  null as type_name, null as type_size, null as type_scale, null as nullable
from information_schema.tables t
left join information_schema.views v on v.table_schema = t.table_schema and v.table_name = t.table_name
where t.table_type in ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
  and t.table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
union all
select 'COLUMN', c.table_schema, c.table_name, case when c.table_schema = database() then 1 else 0 end,
  null, null, null, null, null, c.column_name, c.ordinal_position, c.data_type,
  coalesce(c.character_maximum_length, c.numeric_precision), c.numeric_scale,
  case c.is_nullable when 'YES' then 1 else 0 end
from information_schema.columns c
join information_schema.views v on v.table_schema = c.table_schema and v.table_name = c.table_name
where c.table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
