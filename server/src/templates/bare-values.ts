const OUTPUT = /\{\{-?\s*(customer\.(?:attributes\.)?[A-Za-z][\w-]*)\s*([^}]*?)-?\}\}/g;
const FALLBACK = /\|\s*(?:default|keisho|敬称)\b|\|\s*敬称/;

/** What a mail says about a customer without saying what stands there for somebody of whom it is not known. */
export function bareValues(text: string): string[] {
  const names = [...text.matchAll(OUTPUT)].flatMap(([, name = '', filters = '']) =>
    FALLBACK.test(filters) ? [] : [name],
  );
  return [...new Set(names)].filter((name) => !isAskedFor(text, name));
}

/** Whether the mail asks before it says so: `{% if customer.lastName %}`. */
const isAskedFor = (text: string, name: string) =>
  [...text.matchAll(/\{%-?\s*(?:if|unless|elsif|case)\b([^%]*)/g)].some(([, condition = '']) =>
    condition.includes(name),
  );

/** 様 behind a name that may be empty, or behind one that has its title already. */
export function honorificTrouble(text: string): 'empty' | 'twice' | undefined {
  for (const [, expression = ''] of text.matchAll(/\{\{([^}]*)\}\}\s*様/g)) {
    if (/keisho|敬称/.test(expression)) return 'twice';
    if (/name/i.test(expression) && !/\bdefault\b/.test(expression)) return 'empty';
  }
  return undefined;
}
