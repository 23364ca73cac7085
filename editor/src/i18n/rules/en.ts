export { en as rules } from 'zod/locales';
