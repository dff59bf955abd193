import { type Transaction } from '../database/transaction';
import { formText } from '../http/body';

/** What was typed in a form and not sent yet. */
export interface FormDraft {
  /** Path of the page with the form, such as '/giften/nieuw'. */
  readonly form: string;
  readonly fields: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly savedAt: string;
}

/** Days after which a draft nobody came back to is thrown away. */
const DAYS = 30;

/** Fields that belong to one showing of the form, and what is never kept. */
const NOT_KEPT = /^(?:_csrf|once|do|draft_form|code)$|^pass/;

/** The path of a form page as a draft may name it: our own, without a query. */
export function isFormPath(text: string): boolean {
  return /^\/[a-z0-9/-]{1,199}$/.test(text) && !text.startsWith('//');
}

/** The fields of a body that are worth keeping: texts only, and only when any was filled in. */
export function fieldsToKeep(body: unknown): Readonly<Record<string, string>> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).filter(
      (field): field is [string, string] =>
        typeof field[1] === 'string' && field[1] !== '' && !NOT_KEPT.test(field[0]),
    ),
  );
}

/** Keeps the draft of this person for this form instead of the one before. */
export async function saveDraft(
  tx: Transaction,
  form: string,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  await tx.query(
    `delete from platform.form_draft
      where form = $1 or saved_at < platform.now() - make_interval(days => $2)`,
    [form, DAYS],
  );
  const [row] = await tx.query<{ savedAt: string }>(
    `insert into platform.form_draft (form, fields) values ($1, $2::jsonb)
     on conflict (tenant_id, account_id, form)
     do update set fields = excluded.fields, saved_at = platform.now()
     returning platform.iso(saved_at) as "savedAt"`,
    [form, JSON.stringify(fields)],
  );
  return row?.savedAt ?? tx.now;
}

/** Keeps the fields of a sent form that says which form it is; gives its path, or null. */
export async function keepDraft(tx: Transaction, body: unknown): Promise<string | null> {
  const form = formText(body, 'draft_form');
  if (!isFormPath(form)) return null;
  await saveDraft(tx, form, fieldsToKeep(body));
  return form;
}

/** This person's draft of this form; null when there is none, or only one that is too old. */
export async function readDraft(tx: Transaction, form: string): Promise<FormDraft | null> {
  const [draft] = await tx.query<FormDraft>(
    `select form, fields, platform.iso(saved_at) as "savedAt" from platform.form_draft
      where form = $1 and saved_at >= platform.now() - make_interval(days => $2)`,
    [form, DAYS],
  );
  return draft ?? null;
}

/** This person's drafts, the newest first. */
export function listDrafts(tx: Transaction): Promise<FormDraft[]> {
  return tx.query<FormDraft>(
    `select form, fields, platform.iso(saved_at) as "savedAt" from platform.form_draft
      order by saved_at desc, form limit 50`,
  );
}

/** The form was sent, or its draft is not wanted any more. */
export async function dropDraft(tx: Transaction, form: string): Promise<void> {
  await tx.query('delete from platform.form_draft where form = $1', [form]);
}
