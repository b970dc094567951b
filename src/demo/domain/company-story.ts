import { tellCatalogue } from './account/selling.ts';
import { companyTruth } from './company/company-truth.ts';
import { onlookersOf } from './company/onlookers.ts';
import { ratesOf } from './company/prices.ts';
import { spendRows } from './company/spend.ts';
import { strangerMessages } from './company/strangers.ts';
import { worldOf } from './company/world.ts';
import type { CompanyPlan, CompanyStory, FileRow } from './deliveries.ts';

/** What of the company belongs to no account: catalogue, team, spend, strangers; and what was planted in it. */
export const companyStory = (plan: CompanyPlan): CompanyStory => {
  const world = worldOf(plan);
  const rows: FileRow[] = [];
  tellCatalogue(world, rows);
  rows.push(...spendRows(world));
  const onlookers = onlookersOf(world);
  rows.push(...onlookers.rows);
  const messages = [...strangerMessages(world), ...onlookers.messages];
  return { rows, messages, truth: companyTruth(world, onlookers.truth), fxRates: ratesOf(plan) };
};
