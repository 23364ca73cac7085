export { ja as rules } from 'zod/locales';
