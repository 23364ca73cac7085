/** What a test run can be told from outside. Only this file reads the environment for the tests. */
export const environment = {
  /** A Chromium to use for the browser tests. */
  chromium: process.env.TABIJI_CHROMIUM,
  /** The folder with real purchase histories, which are not part of this repository. */
  testData: process.env.TABIJI_TEST_DATA,
  /** How many mails the run through a mail server has, where 100,000 are too many. */
  mails: process.env.MAILS,
  /** Whether nobody is there to try a test again. */
  isCi: process.env.CI === 'true',
  /** What chance is made of, to tell a run again. */
  seed: process.env.SEED,
  path: process.env.PATH ?? '',
  /** What a child process is given, besides its own settings. */
  inherited: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR },
};

/** For the processes that a run starts. */
export function passOn(variables: { TABIJI_CHROMIUM: string }): void {
  Object.assign(process.env, variables);
}
