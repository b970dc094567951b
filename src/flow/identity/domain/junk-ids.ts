/** How strictly ids are read: our own rules, or those of tools that know a single space of distinct ids. */
export type IdConvention = 'aliases' | 'distinct_ids';

const JUNK = new Set([
  ...(
    'null undefined none nil nan void n/a na - -1 0 true false {} [] anonymous anon guest visitor unknown not_set ' +
    'not_authenticated unauthenticated user userid user_id user-id id uuid guid distinctid distinct_id anonymousid ' +
    'anonymous_id deviceid device_id email string number object ffffffff-ffff-ffff-ffff-ffffffffffff'
  ).split(' '),
  '[object object]',
  'not set',
  '(not set)',
]);
/** The list of tools with one space of ids; compared with case, as they do. */
const JUNK_DISTINCT = new Set(['null', 'undefined', 'NaN', 'None', '0', 'false', 'distinctId', '[object Object]']);
const QUOTED = /^(["'`])(.*)\1$/s;
const ONLY_ZEROS = /^[0\-_.]+$/;
/** A template that nobody filled in (`{{user.id}}`, `${id}`, `<user_id>`, `%USER_ID%`) would make everyone one person. */
const UNFILLED = /^(\{\{.*\}\}|\$\{.*\}|<.*>|%[a-z_.]+%|\[\[.*\]\])$/is;

/** Is this id a placeholder that many people share, so that it must never link anyone? Quotes and blanks around it do not count. */
export function isJunkId(raw: string, convention: IdConvention = 'aliases'): boolean {
  const bare = withoutQuotes(raw);
  if (bare === '') return true;
  if (convention === 'distinct_ids') return JUNK_DISTINCT.has(bare);
  return JUNK.has(bare.toLowerCase()) || ONLY_ZEROS.test(bare) || UNFILLED.test(bare);
}

function withoutQuotes(raw: string): string {
  let bare = raw.trim();
  for (let inner = QUOTED.exec(bare); inner; inner = QUOTED.exec(bare)) bare = (inner[2] ?? '').trim();
  return bare;
}
