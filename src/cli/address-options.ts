import { type Command, InvalidArgumentError, Option } from 'commander';

/** Lets a command be told which running product it talks to: `--key` and `--url`, or PERENNIAL_KEY and PERENNIAL_URL. */
export const withAddress = (command: Command, keySays = 'API key', needsKey = true): Command =>
  command
    .addOption(
      new Option('--key <key>', keySays)
        .argParser(given)
        .default(process.env.PERENNIAL_KEY || undefined)
        .makeOptionMandatory(needsKey),
    )
    .addOption(
      new Option('--url <url>', 'address of the product').argParser(given).default(process.env.PERENNIAL_URL || 'http://localhost:4400'),
    );

// `--key $KEY` without that variable leaves nothing behind --key, so that the next option would be taken for the key.
const given = (value: string): string => {
  if (value === '') throw new InvalidArgumentError('It is empty.');
  if (value.startsWith('-')) throw new InvalidArgumentError('That is the next option: nothing was given here.');
  return value;
};
