-- Which account stands for one that was merged; without a row an account stands for itself. Facts keep the account that they were told
-- about, so that a split is exact.
create table if not exists account_standing (
  ws UInt32,
  account UInt32,
  stands UInt32,
  version UInt64
) engine = ReplacingMergeTree(version)
order by (ws, account);
