/** A file to import: of which kind its rows are, and its text. */
export interface ImportFile {
  readonly kind: string;
  readonly text: string;
  readonly rows: number;
}

/** Files of every kind that a company brings, with so many rows each (accounts a fifth of it); what others refer to first. The same at every call. */
export const importFiles = (rows: number): readonly ImportFile[] => {
  const accounts = Math.ceil(rows / 5);
  const account = (n: number): string => `A-${(n * 7_919) % accounts}`;
  return [
    fileOf('account', accounts, 'account_id,name,domain,industry,country,created_at,channel,plan,seats,region', (n) => [
      `A-${n}`,
      `Company ${n}`,
      `company${n}.io`,
      pick(['EdTech', 'FinTech', 'DevTools'], n),
      pick(['US', 'ES', 'CN', 'DE'], n),
      day(n),
      pick(['organic', 'ads', 'partner'], n),
      pick(['Basic', 'Pro'], n),
      n % 90,
      pick(['north', 'south'], n),
    ]),
    fileOf('person', rows, 'external_id,email,first_name,last_name,title,account_id,created_at', (n) => [
      `P-${n}`,
      `person${n}@company${n % accounts}.io`,
      pick(['Ann', 'Luis', 'Mei'], n),
      `Family${n}`,
      pick(['CTO', 'Engineer', 'Buyer'], n),
      account(n),
      day(n),
    ]),
    fileOf('lead', rows, 'external_id,email,name,channel,form,created_at', (n) => [
      `L-${n}`,
      `lead${n}@prospect${n % accounts}.org`,
      `Lead ${n}`,
      pick(['organic', 'ads'], n),
      'demo',
      day(n),
    ]),
    fileOf('deal', rows, 'deal_id,account_id,name,stage,product,rep,amount,opened_on,closed_on', (n) => [
      `D-${n}`,
      account(n),
      `Deal ${n}`,
      pick(['Won', 'Lost', 'Engaging'], n),
      pick(['Basic', 'Pro'], n),
      `Rep ${n % 30}`,
      100 + (n % 9_000),
      day(n),
      n % 3 === 2 ? '' : day(n, 40),
    ]),
    fileOf('subscription', rows, 'subscription_id,account_id,start_date,end_date,plan,seats,mrr,billing_frequency,auto_renew', (n) => [
      `S-${n}`,
      account(n),
      day(n),
      n % 4 === 0 ? day(n, 200) : '',
      pick(['Basic', 'Pro'], n),
      n % 50,
      `${20 + (n % 900)}.50`,
      pick(['monthly', 'annual'], n),
      'TRUE',
    ]),
    fileOf('feature_usage', rows, 'usage_id,subscription_id,used_at,feature,count,duration_secs,errors', (n) => [
      `U-${n}`,
      `S-${(n * 31) % rows}`,
      day(n),
      `feature_${n % 40}`,
      n % 20,
      n % 4_000,
      n % 3,
    ]),
    fileOf('event', rows, 'event_id,account_id,event,at,user_id', (n) => [
      `E-${n}`,
      account(n),
      pick(['report_viewed', 'export_made'], n),
      `${day(n)}T10:00:00Z`,
      `u${n % (rows / 10)}`,
    ]),
    fileOf('ticket', rows, 'ticket_id,account_id,opened_at,closed_at,priority,first_response_minutes,satisfaction,subject', (n) => [
      `T-${n}`,
      account(n),
      `${day(n)} 09:30:00`,
      `${day(n, 2)} 11:00:00`,
      pick(['low', 'high', 'urgent'], n),
      n % 200,
      1 + (n % 5),
      `Subject ${n}`,
    ]),
    fileOf('churn', rows, 'churn_event_id,account_id,churn_date,reason,refund,feedback', (n) => [
      `C-${n}`,
      account(n),
      day(n, 200),
      pick(['price', 'support'], n),
      n % 100,
      'too dear',
    ]),
    fileOf('spend', rows, 'line_id,from,to,channel,campaign,amount', (n) => [
      `M-${n}`,
      day(n),
      day(n, 6),
      pick(['ads', 'events'], n),
      `Campaign ${n % 50}`,
      n % 5_000,
    ]),
  ];
};

const fileOf = (kind: string, rows: number, header: string, row: (n: number) => readonly (string | number)[]): ImportFile => {
  const lines = Array.from({ length: rows }, (_, n) => row(n).join(','));
  return { kind, rows, text: `${header}\n${lines.join('\n')}\n` };
};

const pick = (values: readonly string[], n: number): string => values[n % values.length] ?? '';

const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 540;

/** The day of row n, and so many days later. */
const day = (n: number, later = 0): string => new Date(FIRST_DAY + ((n % DAYS) + later) * DAY_MS).toISOString().slice(0, 10);
