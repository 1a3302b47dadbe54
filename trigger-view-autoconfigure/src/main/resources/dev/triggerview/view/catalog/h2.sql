-- H2 2.4, INFORMATION_SCHEMA: TABLES, VIEWS, TRIGGERS, COLUMNS. It has no view_table_usage, so that
-- the relations are taken from the normalized definition.
select case t.table_type when 'VIEW' then 'VIEW' else 'TABLE' end as entry,
  t.table_schema as schema_name, t.table_name as relation_name,
  case when t.table_schema = current_schema then 1 else 0 end as visible,
  case when t.table_type = 'VIEW' then 'VIEW' end as kind, v.view_definition as definition,
  null as writable,
  (select listagg(g.event_manipulation, ';') from information_schema.triggers g
    where g.event_object_schema = t.table_schema and g.event_object_table = t.table_name
      and g.action_timing = 'INSTEAD OF') as instead_of,
  null as other_schema, null as other_name, cast(null as int) as position, null as type_name,
  cast(null as bigint) as type_size, cast(null as int) as type_scale, cast(null as int) as nullable
from information_schema.tables t
left join information_schema.views v on v.table_schema = t.table_schema and v.table_name = t.table_name
where t.table_schema <> 'INFORMATION_SCHEMA'
union all
select 'COLUMN', c.table_schema, c.table_name, case when c.table_schema = current_schema then 1 else 0 end,
  null, null, null, null, null, c.column_name, c.ordinal_position, c.data_type,
  coalesce(c.character_maximum_length, c.numeric_precision), c.numeric_scale,
  case c.is_nullable when 'YES' then 1 else 0 end
from information_schema.columns c
join information_schema.views v on v.table_schema = c.table_schema and v.table_name = c.table_name
where c.table_schema <> 'INFORMATION_SCHEMA'
