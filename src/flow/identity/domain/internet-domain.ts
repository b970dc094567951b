import { asciiLabel } from './punycode.ts';

/** Second labels under which a country's registry hands out names (`acme.co.uk`, `acme.com.br`). */
const SECOND_LABELS = new Set('co com net org ac gov edu or ne go gob gouv gv mil nom info biz'.split(' '));
/** Two-part suffixes that the rule above does not cover. */
const OTHER_SUFFIXES = new Set(
  (
    'ltd.uk plc.uk me.uk nhs.uk sch.uk police.uk id.au asn.au ad.jp lg.jp gr.jp ed.jp re.kr pe.kr firm.in gen.in ' +
    'ind.in web.za law.za school.nz geek.nz maori.nz eu.com us.com uk.com de.com gb.net web.id my.id in.th idv.tw ' +
    'idv.hk k12.tr bel.tr waw.pl art.br adv.br eng.br ind.br tm.fr asso.fr'
  ).split(' '),
);
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** How do registries write this domain: lower case, ASCII (punycode), no final dot? Null when it is not a domain of two labels or more. */
export function asciiDomain(raw: string): string | null {
  const labels = raw.trim().normalize('NFKC').toLowerCase().replace(/\.$/, '').split(/[.。]/).map(asciiLabel);
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  const domain = labels.join('.');
  const numeric = /^\d+$/.test(labels.at(-1) ?? '');
  return numeric || domain.length > 253 ? null : domain;
}

/** Which part of this domain did somebody register (`mail.acme.co.uk` → `acme.co.uk`)? Null for a bare suffix such as `co.uk`. */
export function registrableDomain(raw: string): string | null {
  const domain = asciiDomain(raw);
  if (domain === null) return null;
  const labels = domain.split('.');
  const size = hasTwoPartSuffix(labels) ? 3 : 2;
  return labels.length < size ? null : labels.slice(-size).join('.');
}

function hasTwoPartSuffix(labels: readonly string[]): boolean {
  const top = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  return OTHER_SUFFIXES.has(`${second}.${top}`) || (top.length === 2 && SECOND_LABELS.has(second));
}
