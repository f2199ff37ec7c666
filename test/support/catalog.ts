import type { ClientBase } from "pg";

/**
 * All that is in the schema `public`, a sorted line each: two databases with
 * the same lines have the same schema.
 */
export async function dumpCatalog(client: ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ line: string }>(
		`with relation as (
			select * from pg_class where relnamespace = 'public'::regnamespace
		)
		select format('%s %s, rls %s %s, granted %s', relkind, relname,
			relrowsecurity, relforcerowsecurity,
			array(select acl::text from unnest(relacl) acl order by 1)) as line
			from relation
		union all
		select format('column %s.%s %s, not null %s, default %s, generated %s%s',
			relname, attname, format_type(atttypid, atttypmod), attnotnull,
			pg_get_expr(adbin, adrelid), attgenerated, attidentity)
			from relation r join pg_attribute a on attrelid = r.oid
			left join pg_attrdef on adrelid = attrelid and adnum = attnum
			where attnum > 0 and not attisdropped
		union all
		select format('constraint %s.%s %s', relname, conname,
			pg_get_constraintdef(c.oid))
			from relation r join pg_constraint c on conrelid = r.oid
		union all
		select pg_get_indexdef(indexrelid)
			from relation r join pg_index on indrelid = r.oid
		union all
		select format('policy %s.%s %s permissive %s to %s using %s check %s',
			tablename, policyname, cmd, permissive, roles, qual, with_check)
			from pg_policies where schemaname = 'public'
		union all
		select format('trigger %s.%s', relname, pg_get_triggerdef(t.oid))
			from relation r join pg_trigger t on tgrelid = r.oid
			where not tgisinternal
		union all
		select format('%s granted %s', pg_get_functiondef(oid),
			array(select acl::text from unnest(proacl) acl order by 1))
			from pg_proc where pronamespace = 'public'::regnamespace
				and prokind in ('f', 'p')
		union all
		select format('type %s %s', typtype, typname)
			from pg_type where typnamespace = 'public'::regnamespace
				and typtype in ('d', 'e', 'm', 'r')
		order by 1`,
	);
	return rows.map((row) => row.line);
}
