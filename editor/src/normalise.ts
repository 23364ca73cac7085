export { numberFrom, plain } from '@tabiji/shared/normalise.ts';
