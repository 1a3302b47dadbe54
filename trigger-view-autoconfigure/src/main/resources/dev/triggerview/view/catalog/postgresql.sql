-- PostgreSQL, System Catalogs: pg_class, pg_rewrite, pg_depend, pg_trigger.
-- information_schema.view_table_usage misses materialized views and the tables of other owners.
with relation as (
  select c.oid, n.nspname, c.relname, c.relkind,
    case when pg_catalog.pg_table_is_visible(c.oid) then 1 else 0 end as visible,
    pg_catalog.pg_relation_is_updatable(c.oid, false) as writable
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f', 'v', 'm')
    and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
),
reads as (
  select distinct r.ev_class as view, d.refclassid, d.refobjid
  from pg_catalog.pg_rewrite r
  join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
  where r.ev_type = '1'
)
select case when v.relkind in ('v', 'm') then 'VIEW' else 'TABLE' end as entry,
  v.nspname as schema_name, v.relname as relation_name, v.visible as visible,
  case v.relkind when 'v' then 'VIEW' when 'm' then 'MATERIALIZED_VIEW' end as kind,
  case when v.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(v.oid) end as definition,
  case when v.writable & 8 <> 0 then 'INSERT ' else '' end
    || case when v.writable & 4 <> 0 then 'UPDATE ' else '' end
    || case when v.writable & 16 <> 0 then 'DELETE' else '' end as writable,
  (select string_agg(case when t.tgtype & 4 <> 0 then 'INSERT ' else '' end
      || case when t.tgtype & 16 <> 0 then 'UPDATE ' else '' end
      || case when t.tgtype & 8 <> 0 then 'DELETE' else '' end, ';')
    from pg_catalog.pg_trigger t where t.tgrelid = v.oid and t.tgtype & 64 <> 0) as instead_of,
  null as other_schema, null as other_name, null::int as position,
  null as type_name, null::int as type_size, null::int as type_scale, null::int as nullable
from relation v
union all
select distinct 'READS', v.nspname, v.relname, v.visible, null, null, null, null,
  t.nspname, t.relname, null::int, null, null::int, null::int, null::int
from relation v
join reads d on d.view = v.oid
left join pg_catalog.pg_depend f on d.refclassid = 'pg_catalog.pg_proc'::regclass
  and f.classid = 'pg_catalog.pg_proc'::regclass and f.objid = d.refobjid
join relation t on t.oid = case d.refclassid when 'pg_catalog.pg_class'::regclass then d.refobjid else f.refobjid end
where v.relkind in ('v', 'm') and t.oid <> v.oid
union all
select 'COLUMN', v.nspname, v.relname, v.visible, null, null, null, null,
  null, a.attname, a.attnum, coalesce(b.typname, t.typname),
  coalesce(information_schema._pg_char_max_length(information_schema._pg_truetypid(a, t), information_schema._pg_truetypmod(a, t)),
    information_schema._pg_numeric_precision(information_schema._pg_truetypid(a, t), information_schema._pg_truetypmod(a, t))),
  information_schema._pg_numeric_scale(information_schema._pg_truetypid(a, t), information_schema._pg_truetypmod(a, t)),
  1
from relation v
join pg_catalog.pg_attribute a on a.attrelid = v.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_type t on t.oid = a.atttypid
left join pg_catalog.pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
where v.relkind in ('v', 'm')
