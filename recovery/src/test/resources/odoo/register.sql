-- What Odoo keeps of itself: its models, their constraints, the tables between them; then all sequences.
insert into ir_model (model) select replace(relname, '_', '.') from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like '%\_rel'
  on conflict do nothing;
-- Models without a table: a base for others, and a query.
insert into ir_model (model, transient) values ('mail.thread', false), ('sale.report', false);
insert into ir_model_constraint (name, type, definition, model, module)
  select c.conname, c.contype, pg_get_constraintdef(c.oid), m.id, 1 from pg_constraint c join pg_class t on t.oid = c.conrelid
  join ir_model m on m.model = replace(t.relname, '_', '.') where c.contype in ('f', 'u');
insert into ir_model_constraint (name, type, model, module)
  select 'of_another_module', 'u', min(id), 5 from ir_model;
insert into ir_model_constraint (name, type, model, module)
  select c.conname, c.contype, m.id, 3 from pg_constraint c join ir_model m on m.model = 'sale.order'
  where c.conrelid = 'sale_order_tag_rel'::regclass and c.contype = 'f';
-- Left over from a field that is no more, and a key that Odoo could not make.
insert into ir_model_constraint (name, type, definition, model, module)
  select 'sale_order_pricelist_id_fkey', 'f', null, id, 3 from ir_model where model = 'sale.order'
  union all
  select 'sale_order_line_product_uniq', 'u', 'unique (product_uom_qty, product_id)', id, 3 from ir_model where model = 'res.partner'
  union all
  select 'res_partner_company_uniq', 'u', 'UNIQUE(company_id)', id, 1 from ir_model where model = 'res.partner';
insert into ir_model_relation (name, model, module)
  select 'sale_order_tag_rel', id, 3 from ir_model where model = 'sale.order'
  union all select 'sale_order_old_rel', id, 3 from ir_model where model = 'sale.order';
insert into ir_model_fields (model_id, name, ttype, store, relation_table)
  select id, 'tag_ids', 'many2many', true, 'sale_order_tag_rel' from ir_model where model = 'sale.order';
insert into ir_model_fields (model_id, name, ttype, store)
  select m.id, a.attname, 'char', true from pg_attribute a join pg_class t on t.oid = a.attrelid
  join ir_model m on m.model = replace(t.relname, '_', '.')
  where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
  union all select id, 'image_1920', 'binary', true from ir_model where model = 'res.partner'
  union all select id, 'display_name', 'char', false from ir_model where model = 'res.partner';
do $$
declare r record;
begin
  for r in select c.oid::regclass as t, pg_get_serial_sequence(c.oid::regclass::text, 'id') as s
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  loop
    if r.s is not null then
      execute format('select setval(%L, coalesce(max(id), 1), max(id) is not null) from %s', r.s, r.t);
    end if;
  end loop;
end $$;
