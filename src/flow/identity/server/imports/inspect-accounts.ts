import type { ImportFinding } from '#flow/intake/contracts.ts';
import type { ImportContext } from '#flow/intake/index.ts';
import type { Db } from '#platform/postgres.ts';
import { namesInUseTwice, unknownParents } from '../../store/account-findings.ts';

/** What does not fit together among the accounts as they are now? */
export const inspectAccounts = async (db: Db, { ws }: ImportContext): Promise<readonly ImportFinding[]> => {
  const [parents, names] = [await unknownParents(db, ws), await namesInUseTwice(db, ws)];
  return [
    finding('parent_unknown', parents, {
      en: 'Accounts whose parent account is not known.',
      'zh-CN': '上级客户不存在的客户。',
      es: 'Cuentas cuya cuenta matriz no se conoce.',
    }),
    finding('same_name', names, {
      en: 'Names that several accounts share; look at the proposed merges.',
      'zh-CN': '多个客户同名，请查看合并建议。',
      es: 'Nombres que comparten varias cuentas; revisa las fusiones propuestas.',
    }),
  ].filter(({ count }) => count > 0);
};

const finding = (code: string, found: readonly string[], message: ImportFinding['message']): ImportFinding => ({
  code,
  severity: 'warning',
  count: found.length,
  message,
  // Stored accounts are of no single line of the file.
  examples: found.slice(0, 5).map((text) => ({ line: 0, text })),
});
