import { attributeOf, findElement, namesIn, type MailElement } from './element.ts';

type Values = Readonly<Record<string, string>>;

/** What a mail's head says about attributes that elements do not name themselves. */
export interface Defaults {
  all: Values;
  tags: ReadonlyMap<string, Values>;
  classes: ReadonlyMap<string, Values>;
}

/** What MJML itself says where a mail says nothing; only what is drawn. */
const OF_MJML: Readonly<Record<string, Values>> = {
  'mj-text': { color: '#000000', 'font-size': '13px', 'line-height': '1', padding: '10px 25px', align: 'left' },
  'mj-table': { color: '#000000', 'font-size': '13px', 'line-height': '22px', padding: '10px 25px', align: 'left' },
  'mj-button': {
    'background-color': '#414141',
    color: '#ffffff',
    'font-size': '13px',
    'line-height': '120%',
    'border-radius': '3px',
    'inner-padding': '10px 25px',
    padding: '10px 25px',
    align: 'center',
  },
  'mj-image': { padding: '10px 25px', align: 'center' },
  'mj-divider': {
    'border-color': '#000000',
    'border-width': '4px',
    'border-style': 'solid',
    padding: '10px 25px',
    width: '100%',
  },
  'mj-spacer': { height: '20px' },
  'mj-section': { padding: '20px 0' },
};
const FONT = 'Ubuntu, Helvetica, Arial, sans-serif';

/** Reads `mj-attributes`. */
export function readDefaults(elements: readonly MailElement[]): Defaults {
  const children = findElement(elements, ({ tag }) => tag === 'mj-attributes')?.children ?? [];
  const values = (element: MailElement) =>
    Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  const classes = children.filter(({ tag }) => tag === 'mj-class');
  return {
    all: Object.assign({}, ...children.filter(({ tag }) => tag === 'mj-all').map(values)) as Values,
    tags: new Map(children.map((element) => [element.tag, values(element)])),
    classes: new Map(classes.map((element) => [attributeOf(element, 'name') ?? '', values(element)])),
  };
}

/** The attributes that count for an element: MJML's own, the head's, those of its classes, its own. */
export function resolved({ all, tags, classes }: Defaults, element: MailElement): Values {
  const named = namesIn(element, 'mj-class').map((name) => classes.get(name) ?? {});
  const own = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  return Object.assign(
    { 'font-family': FONT },
    OF_MJML[element.tag],
    all,
    tags.get(element.tag),
    ...named,
    own,
  ) as Values;
}
