-- PostgreSQL, System Catalogs: pg_class, pg_rewrite, pg_depend, pg_trigger.
-- information_schema.view_table_usage misses materialized views and the tables of other owners. The
-- A row of a table is a row of its partitions and children too: each "reads" the other. The
-- sizes of types are read from their modifiers as information_schema.columns does, whose functions
-- take longer than all the rest.
with relation as (
  select c.oid, n.nspname, c.relname, c.relkind,
    case when pg_catalog.pg_table_is_visible(c.oid) then 1 else 0 end as visible,
    case when c.relkind = 'v' then pg_catalog.pg_relation_is_updatable(c.oid, false) end as writable
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
select 'READS', v.nspname, v.relname, v.visible, null, null, null, null,
  t.nspname, t.relname, null::int, null, null::int, null::int, null::int
from pg_catalog.pg_inherits i
join relation v on v.oid in (i.inhparent, i.inhrelid)
join relation t on t.oid in (i.inhparent, i.inhrelid) and t.oid <> v.oid
union all
select 'COLUMN', v.nspname, v.relname, v.visible, null, null, null, null,
  null, c.attname, c.attnum, c.typname,
  case c.typname when 'int2' then 16 when 'int4' then 32 when 'int8' then 64 when 'float4' then 24
    when 'float8' then 53 when 'numeric' then (c.typmod - 4) >> 16 & 65535
    when 'varchar' then c.typmod - 4 when 'bpchar' then c.typmod - 4 when 'bit' then c.typmod when 'varbit' then c.typmod end,
  case when c.typname in ('int2', 'int4', 'int8') then 0
    when c.typname = 'numeric' then ((c.typmod - 4 & 2047) # 1024) - 1024 end,
  1
from relation v
join (
  select a.attrelid, a.attname, a.attnum, coalesce(b.typname, t.typname) as typname,
    nullif(case t.typtype when 'd' then t.typtypmod else a.atttypmod end, -1) as typmod
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_type b on t.typtype = 'd' and b.oid = t.typbasetype
  where a.attnum > 0 and not a.attisdropped
) c on c.attrelid = v.oid
where v.relkind in ('v', 'm')
