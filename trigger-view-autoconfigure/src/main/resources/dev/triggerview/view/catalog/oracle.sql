-- Oracle Database 19c, Database Reference: ALL_VIEWS (TEXT_VC holds the first 4000 bytes), ALL_MVIEWS,
-- ALL_DEPENDENCIES, ALL_TAB_COLUMNS, ALL_UPDATABLE_COLUMNS, ALL_TRIGGERS.
select case when o.object_type = 'TABLE' then 'TABLE' else 'VIEW' end as entry,
  o.owner as schema_name, o.object_name as relation_name,
  case when o.owner = sys_context('userenv', 'current_schema') then 1 else 0 end as visible,
  case o.object_type when 'VIEW' then 'VIEW' when 'MATERIALIZED VIEW' then 'MATERIALIZED_VIEW' end as kind,
  v.text_vc as definition,
  (select max(case u.insertable when 'YES' then 'INSERT ' end) || max(case u.updatable when 'YES' then 'UPDATE ' end)
      || max(case u.deletable when 'YES' then 'DELETE' end)
    from all_updatable_columns u
    where o.object_type = 'VIEW' and u.owner = o.owner and u.table_name = o.object_name) as writable,
  (select listagg(t.triggering_event, ';') within group (order by t.trigger_name) from all_triggers t
    where t.trigger_type = 'INSTEAD OF' and t.table_owner = o.owner and t.table_name = o.object_name) as instead_of,
  null as other_schema, null as other_name, to_number(null) as position, null as type_name,
  to_number(null) as type_size, to_number(null) as type_scale, to_number(null) as nullable
from all_objects o
left join all_views v on v.owner = o.owner and v.view_name = o.object_name and o.object_type = 'VIEW'
where o.object_type in ('TABLE', 'VIEW', 'MATERIALIZED VIEW')
  and o.owner in (select username from all_users where oracle_maintained = 'N')
  and not (o.object_type = 'TABLE' and exists (select 1 from all_mviews m
    where m.owner = o.owner and m.mview_name = o.object_name))
union all
select distinct 'READS', d.owner, d.name, case when d.owner = sys_context('userenv', 'current_schema') then 1 else 0 end,
  null, null, null, null, d.referenced_owner, d.referenced_name,
  to_number(null), null, to_number(null), to_number(null), to_number(null)
from all_dependencies d
where d.type in ('VIEW', 'MATERIALIZED VIEW') and d.referenced_type in ('TABLE', 'VIEW', 'MATERIALIZED VIEW')
  and d.owner in (select username from all_users where oracle_maintained = 'N')
  and not (d.owner = d.referenced_owner and d.name = d.referenced_name)
union all
select 'COLUMN', c.owner, c.table_name, case when c.owner = sys_context('userenv', 'current_schema') then 1 else 0 end,
  null, null, null, null, null, c.column_name, c.column_id, c.data_type,
  coalesce(c.data_precision, nullif(c.char_length, 0)), c.data_scale, case c.nullable when 'Y' then 1 else 0 end
from all_tab_columns c
join all_objects o on o.owner = c.owner and o.object_name = c.table_name
  and o.object_type in ('VIEW', 'MATERIALIZED VIEW')
where c.owner in (select username from all_users where oracle_maintained = 'N')
